package dev.jonah.declared.sbom;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class SbomParserSpdx3ContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new SbomParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder().file("/app/three.spdx.json", """
                        {"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": [
                         {"type": "CreationInfo", "@id": "_:c", "specVersion": "3.0.1", "created": "2024-01-01T00:00:00Z", "createdBy": ["urn:a"], "createdUsing": ["urn:t"]},
                         {"type": "Person", "spdxId": "urn:a", "name": "Ann"}, {"type": "Tool", "spdxId": "urn:t", "name": "maker-3"},
                         {"type": "SpdxDocument", "spdxId": "urn:d", "name": "three", "rootElement": ["urn:p"]},
                         {"type": "software_Package", "spdxId": "urn:p", "name": "p", "software_packageVersion": "1.10", "software_primaryPurpose": "library",
                          "software_packageUrl": "pkg:pypi/p@1.10", "verifiedUsing": [{"type": "Hash", "algorithm": "sha256", "hashValue": "ee"}], "suppliedBy": "urn:a"},
                         {"type": "software_Package", "spdxId": "urn:q", "name": "q", "externalIdentifier": [{"type": "ExternalIdentifier", "externalIdentifierType": "packageUrl", "identifier": "pkg:pypi/q@2"}]},
                         {"type": "simplelicensing_LicenseExpression", "spdxId": "urn:l", "simplelicensing_licenseExpression": "MIT OR Apache-2.0"},
                         {"type": "Relationship", "from": "urn:p", "to": ["urn:l"], "relationshipType": "hasDeclaredLicense"},
                         {"type": "Relationship", "from": "urn:p", "to": ["urn:q"], "relationshipType": "dependsOn"}]}
                        """).build();
    }

    @Override
    protected String expected() {
        return """
                pkg:pypi/p@1.10
                  kind declared
                  license MIT OR Apache-2.0
                  maintainer Ann
                  dependency pkg:pypi/q@2
                  found-at /app/three.spdx.json
                  extra declared.integrity sha256:ee
                  extra sbom.author Ann
                  extra sbom.created 2024-01-01T00:00:00Z
                  extra sbom.format SPDX 3.0.1
                  extra sbom.name three
                  extra sbom.root true
                  extra sbom.tool maker-3
                  extra sbom.type library
                pkg:pypi/q@2
                  kind declared
                  found-at /app/three.spdx.json
                  extra sbom.author Ann
                  extra sbom.created 2024-01-01T00:00:00Z
                  extra sbom.format SPDX 3.0.1
                  extra sbom.name three
                  extra sbom.tool maker-3
                """;
    }
}
