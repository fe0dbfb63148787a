package dev.jonah.declared.sbom;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class SbomParserSpdxContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new SbomParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/opt/bitnami/redis/.spdx-redis.spdx", """
                        {"SPDXID": "SPDXRef-DOCUMENT", "spdxVersion": "SPDX-2.3", "name": "redis",
                         "creationInfo": {"created": "2024-01-01T00:00:00Z", "creators": ["Organization: VMware, Inc.", "Tool: sb-1"]},
                         "packages": [{"SPDXID": "SPDXRef-redis", "name": "redis", "versionInfo": "7.2.4-10", "licenseConcluded": "BSD-3-Clause",
                           "licenseDeclared": "NOASSERTION", "downloadLocation": "https://download.redis.io/redis.tar.gz",
                           "supplier": "Organization: VMware, Inc.", "checksums": [{"algorithm": "SHA256", "checksumValue": "cc"}],
                           "externalRefs": [
                             {"referenceCategory": "SECURITY", "referenceType": "cpe23Type", "referenceLocator": "cpe:2.3:*:redis:redis:7.2.4:*:*:*:*:*:*:*"},
                             {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl", "referenceLocator": "pkg:bitnami/redis@7.2.4-10?arch=amd64&distro=debian-12"}]},
                          {"SPDXID": "SPDXRef-image", "name": "image", "versionInfo": "1", "primaryPackagePurpose": "CONTAINER"},
                          {"SPDXID": "SPDXRef-other", "name": "other", "versionInfo": "NOASSERTION"},
                          {"SPDXID": "SPDXRef-made", "name": "made", "versionInfo": "1.10", "downloadLocation": "NONE"}],
                         "relationships": [{"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-redis"},
                          {"spdxElementId": "SPDXRef-made", "relationshipType": "DEPENDENCY_OF", "relatedSpdxElement": "SPDXRef-redis"}]}
                        """)
                .file("/usr/share/sbom/x.spdx", """
                        SPDXVersion: SPDX-2.2
                        DocumentName: tags
                        Creator: Tool: tagger-1
                        Created: 2024-01-01T00:00:00Z

                        PackageName: zlib
                        SPDXID: SPDXRef-zlib
                        PackageVersion: 1.10
                        PackageLicenseDeclared: Zlib
                        PackageCopyrightText: <text>one
                        PackageVersion: not this
                        two</text>
                        PackageChecksum: SHA1: dd
                        ExternalRef: PACKAGE-MANAGER purl pkg:generic/zlib@1.10?download_url=https:%2F%2Fzlib.net
                        FileName: ./zlib.h
                        PackageVersion: 9
                        Relationship: SPDXRef-DOCUMENT DESCRIBES SPDXRef-zlib
                        """)
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:bitnami/redis@7.2.4-10?arch=amd64&distro=debian-12
                  kind declared
                  maintainer VMware, Inc.
                  dependency made 1.10
                  found-at /opt/bitnami/redis/.spdx-redis.spdx
                  extra declared.integrity SHA256:cc
                  extra declared.resolved https://download.redis.io/redis.tar.gz
                  extra sbom.author VMware, Inc.
                  extra sbom.concluded-license BSD-3-Clause
                  extra sbom.cpe cpe:2.3:*:redis:redis:7.2.4:*:*:*:*:*:*:*
                  extra sbom.created 2024-01-01T00:00:00Z
                  extra sbom.format SPDX 2.3
                  extra sbom.name redis
                  extra sbom.root true
                  extra sbom.tool sb-1
                pkg:generic/made@1.10
                  kind declared
                  found-at /opt/bitnami/redis/.spdx-redis.spdx
                  extra sbom.author VMware, Inc.
                  extra sbom.created 2024-01-01T00:00:00Z
                  extra sbom.format SPDX 2.3
                  extra sbom.name redis
                  extra sbom.tool sb-1
                pkg:generic/zlib@1.10?download_url=https:%2F%2Fzlib.net
                  kind declared
                  license Zlib
                  found-at /usr/share/sbom/x.spdx
                  extra declared.integrity SHA1:dd
                  extra sbom.created 2024-01-01T00:00:00Z
                  extra sbom.format SPDX 2.2
                  extra sbom.name tags
                  extra sbom.root true
                  extra sbom.tool tagger-1
                """;
    }
}
