// swift-format-ignore-file
// Written by the test `samplesAreThoseOfTheDocument` with APUS_UPDATE=1. Do not edit.

import ApusRuntime
import DeveloperAPI

enum DeveloperAPISamples {
    static func all() throws -> [Sample] {
        var all: [Sample] = []
        all.append(Sample("listCompanies full 0", ListCompanies()))
        all.append(Sample("listCompanies minimal 0", ListCompanies()))
        all.append(Sample("listCompanies cleared 0", ListCompanies()))
        all.append(Sample("listContacts full 0", ListContacts(companyID: try read(##""Ä b/c?d&e=f+%""##))))
        all.append(Sample("listContacts minimal 0", ListContacts()))
        all.append(Sample("listContacts cleared 0", ListContacts()))
        all.append(Sample("listConversations full 0", ListConversations(companyID: try read(##""Ä b/c?d&e=f+%""##))))
        all.append(Sample("listConversations minimal 0", ListConversations()))
        all.append(Sample("listConversations cleared 0", ListConversations()))
        return all
    }
}
