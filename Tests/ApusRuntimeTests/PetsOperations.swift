import ApusRuntime

struct Pet: APIObject {
    var petID: String
    var name: String?

    init(petID: String, name: String? = nil) {
        self.petID = petID
        self.name = name
    }

    init(from object: inout ObjectReader) {
        petID = object.required("pet_id")
        name = object.optional("name")
    }

    func write(to object: inout ObjectWriter) {
        object.write("pet_id", petID)
        object.write("name", name)
    }
}

struct ErrorResponse: APIObject {
    var message: String

    init(from object: inout ObjectReader) {
        message = object.required("message")
    }

    func write(to object: inout ObjectWriter) {
        object.write("message", message)
    }
}

struct FetchPet: APIOperation {
    var petID: String
    var expand: [String]?
    var ifMatch: String?

    init(petID: String, expand: [String]? = nil, ifMatch: String? = nil) {
        self.petID = petID
        self.expand = expand
        self.ifMatch = ifMatch
    }

    static let descriptor = OperationDescriptor(
        id: "fetchPet", method: .get, path: "/pets/{pet_id}", security: [["bearerAuth": []], ["key": []]])

    func encode(into request: inout RequestWriter) {
        request.path("pet_id", petID)
        request.query("expand", expand, style: .form, explode: false)
        request.header("If-Match", ifMatch)
    }

    static func decode(_ response: inout ResponseReader) -> Pet { response.json() }
    typealias Failure = StandardFailure
}

struct CreatePet: APIOperation {
    var body: Pet

    static let descriptor = OperationDescriptor(id: "createPet", method: .post, path: "/pets")

    func encode(into request: inout RequestWriter) { request.json(body) }

    static func decode(_ response: inout ResponseReader) -> Response {
        switch response.status {
        case 200: .ok(response.json())
        case 201: .created(response.json())
        case 204: .noContent
        default: .undocumented(status: response.status, body: response.raw())
        }
    }

    enum Response: Sendable, Hashable {
        case ok(Pet)
        case created(Pet)
        case noContent
        case undocumented(status: Int, body: RawBody)
    }
    typealias Failure = UndocumentedFailure
}

struct DeletePet: APIOperation {
    var petID: Int

    static let descriptor = OperationDescriptor(id: "deletePet", method: .delete, path: "/pets/{pet_id}", accept: [])

    func encode(into request: inout RequestWriter) { request.path("pet_id", petID) }
    static func decode(_ response: inout ResponseReader) {}
    typealias Failure = UndocumentedFailure
}

enum StandardFailure: APIFailure {
    case unauthorized(ErrorResponse)
    case clientError(status: Int, ErrorResponse)
    case other(status: Int, ErrorResponse)
    case undocumented(status: Int, body: RawBody)

    static func decode(_ response: inout ResponseReader) -> StandardFailure {
        switch response.status {
        case 401: .unauthorized(response.json())
        case 400...499: .clientError(status: response.status, response.json())
        default: .other(status: response.status, response.json())
        }
    }
}
