import Foundation

/// Keys and signatures that Python made (hmac of the standard library, cryptography 48): over `1731705121.{"id":1}`.
enum ForeignSignatures {
    static let sha1 = "985441d8e26e479e6ce595adea23f85f8abd0473"
    static let sha256 = "7a472e13e958686f89c4bf4f2bb155a2486159a3b7b1ba61a4004ab85c62e621"
    static let sha384 =
        "6cdac9442fdb1cee357f039ab46804cbbea9097579e9b4e795660c7ff343858b6ad7698182cda6ac005558ab"
        + "346d4db1"
    static let sha512 =
        "51f58012638fce3198694597200d57b12a933a82aac6ffaa76c9c287b816d4d62ef1cc8b95a6a9ab9cd5f76e"
        + "c9689d112c3539ef839eb43bce4f56fe95601d46"
    static let edPrivate = "Os/wZXyeIh++uarkMibVSvpFBC+tDeRkYzpCCpKQAeE="
    static let edPublic = "yHWH0G3eUSeTPeXd7REhJ12MTBIdtVPqshaFw0l6wFI="
    static let edSignature = "K0QZARsalIW2PQAszuN2b/UNy1OojnIaU2tysUfwrlmYt+vpkKltSGGoW06j9w/QYgM5No7ZyGyMIwAB0FPUBg=="
    static let rsaPKCS1Signature =
        "Dh3br/TEjsDzxx1METeAbNCAN5NxdUjNCxBgnqFV+2HDuLqEkvhFDoyD+UXL54rP2e4qnGjh40NyPzrkSKHHLG3X"
        + "71Ftj1lcLCqyJCWzIq6QHEXcHoNz/gk7pZCOV/aXA4B2slDRqc+6/A1yXvrAT/A8ZkMURvH13bEV+ylvYy0SbCg5"
        + "KzIcA5oZOtKjw+d3wDPXFROHd5z20T80tJ11d/hzVcr6isumEdmZb/l6VO6Rzg+YnvC9uxX/xf2ka3/l0Dn+Oix1"
        + "fkLqOmxDj7eDG0hBx++thHK0ftAqMiwy2DeGZCSs34Lm2vaEvWzzpITiIpbS91Af+ApUwzdKCXWTyA=="
    static let p256Private = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgUsnQIzJNT33fKP/o
        ULWCB6QeO97PY66PdlpTzljUTKehRANCAASHJLKYSElbgM2DxNdSc5yVusU3rUD5
        DDqSRwNHkPvqd6FoAQJLk6IIX4Tua7sE9vO/jhra+h0jnXFgTLoyf0FG
        -----END PRIVATE KEY-----
        """
    static let p256Public = """
        -----BEGIN PUBLIC KEY-----
        MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEhySymEhJW4DNg8TXUnOclbrFN61A
        +Qw6kkcDR5D76nehaAECS5OiCF+E7mu7BPbzv44a2vodI51xYEy6Mn9BRg==
        -----END PUBLIC KEY-----
        """
    static let p384Private = """
        -----BEGIN PRIVATE KEY-----
        MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDCNLFli7RW8Ev/9LxAI
        NIf+Ayt/h7wcd4s1BfukffN9xiTHGL2ANt23HHv7YR8jyC+hZANiAAQj2pfl8RoN
        Ch1L5TZjr7QlYWBbFi9HNaguqyq2vwG/3dJ2MBcm9PaXrqXG4kZaM3s/VUzYAuPa
        5d3ILdddBYFg7dsGjOqCYjGp6hR3FcnueHDhqwKAtSMPK43WurWU6JY=
        -----END PRIVATE KEY-----
        """
    static let p384Public = """
        -----BEGIN PUBLIC KEY-----
        MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEI9qX5fEaDQodS+U2Y6+0JWFgWxYvRzWo
        Lqsqtr8Bv93SdjAXJvT2l66lxuJGWjN7P1VM2ALj2uXdyC3XXQWBYO3bBozqgmIx
        qeoUdxXJ7nhw4asCgLUjDyuN1rq1lOiW
        -----END PUBLIC KEY-----
        """
    static let rsaPrivate = """
        -----BEGIN PRIVATE KEY-----
        MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQCS894utxRnk9Dq
        G6DyK3Z44ZE+G/lBTpM2lA2U7f4FuRDBgbyvkUrDBBC6z/TW/RIathLSwixnJ4bB
        cq/4p5vfieKo5xgYInfS4hxfgffo2cozhlHA8wJc/i5CG1pCLkimru2AyQrqKdcs
        8coDoonnubMG/E8ahNctHqtclaIaRibYxtWaKAH68anID1Qb2bm0IBFlDBfNEjll
        Wmv6VrJu4T5O6/rxWP2H4MymoUcdPWzTTs/TPpvdvl5t8eqadBl3wZTJ+k1BLIg+
        TXJ5YK5X6X/2fNDFIPOMLW3rH7Cpbp4HRfNbK6JN45x29Bklpnhy9EIXRZvwVOd8
        71zQMVLxAgMBAAECggEAPrFyxxxNRLkfxli+K8LWGtEk7Uny52U10fGM784u8tMW
        7m9Ch+Zk7lkUKBbjPjseV634ztiPJ/0JdQtQPrWG/vGs9OEOevFtjFbxwt9IXBta
        M+wogbhK+FBqfMJ9mcF0NkRnx+s9UFREXATVagKUcftcAO1wdABbaoDsm6Ws0Ccb
        AsOAboHuoFnWKQoxRHca0qj+6iCi+zlXXgTVZKOMJzLAanigD6tuYZhQ160HAqM3
        zIfKeerxnn4GZTVpi3qNJfhBNWBZLKfQVooQYoZvNjw+8g0flrFuzmjprwoQFbvh
        /FrEL51w+P1l4fOocr3lQXg929B8ztCQzxTkbseXjwKBgQDIbfBMrEXTSABzc97+
        oUrJRqxUfjKMNnDnb+YBQpPwWeVDhhDbv7gQo5rTjAsWPTKXJl2ORXcVwTWkx7XZ
        bbVIQiYOV67b+R9j710E6fNuM+LxmvjSo2qa3YzstEcQulNfenJP68JN8rkTwi3N
        hh4oDTAoQ3brqzgcIDCQZ2q7lwKBgQC7skFoXY/NwsFSNdeeHNZyGASnyDaHb/hb
        ciCAg6Bg/jWZEZLFIbqnThoxmNm6rEfiMI5TB+nRVYCEjQ1zeJpQtTnkXSz2HRFw
        0EGaIZ+2VKibtqjMh7q37OLucBQm6RiCXNLT5keD5llmktZORlgl/gXZDCVyMYPX
        MMx7bTPWtwKBgQCnj/Hjx+qgVoO6AdcePa4OU71i7hZIToNZmZ1K1GRl/mHDb+PM
        M54omv6neV8Tepo+714rwTtrvpmgZy5K1oNGI7c5KmkPkliB7e1wXD6dlVdX8d2w
        C9rmGe7lPVpkS8HEAtRqqIlLLW85a49rUYMIrO3j23MiV4STTv4K28rJhQKBgCpr
        01SfMM00YzUNbjoSEnWe8A5rtcdOizc/yBDDrw+85Kg/zIg5Y1JE2K60+SCzp1t7
        1e72LuZdCLrslkmuzFHJY9g1JuBJGZQBvZH0X4B6CdGHqwbu9khzhaaWNjfFHwD3
        sb6qoScyfKouLblrNKkBjJjNofj5L+8G3HBY8gppAoGAU6PrHNrvzp0joI/DRmmg
        IYWJIxBOIUIMqpadFZ9n/qadNNow8CCgtugNSlzidvBo0snCMm8+jNpqDjZhlIiM
        1Qchs4gU0o7ZLyq+tAH5eTq3wTUOy6gS+j2f4tcmB5QaOO3fTYcT4oz3W4QUD4Sx
        p/K0eMLcc8YojuIBPJPXi28=
        -----END PRIVATE KEY-----
        """
    static let rsaPublic = """
        -----BEGIN PUBLIC KEY-----
        MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAkvPeLrcUZ5PQ6hug8it2
        eOGRPhv5QU6TNpQNlO3+BbkQwYG8r5FKwwQQus/01v0SGrYS0sIsZyeGwXKv+Keb
        34niqOcYGCJ30uIcX4H36NnKM4ZRwPMCXP4uQhtaQi5Ipq7tgMkK6inXLPHKA6KJ
        57mzBvxPGoTXLR6rXJWiGkYm2MbVmigB+vGpyA9UG9m5tCARZQwXzRI5ZVpr+lay
        buE+Tuv68Vj9h+DMpqFHHT1s007P0z6b3b5ebfHqmnQZd8GUyfpNQSyIPk1yeWCu
        V+l/9nzQxSDzjC1t6x+wqW6eB0XzWyuiTeOcdvQZJaZ4cvRCF0Wb8FTnfO9c0DFS
        8QIDAQAB
        -----END PUBLIC KEY-----
        """
}
