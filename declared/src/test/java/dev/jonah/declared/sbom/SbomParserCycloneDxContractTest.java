package dev.jonah.declared.sbom;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class SbomParserCycloneDxContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new SbomParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/app/bom.cdx.json", """
                        {"bomFormat": "CycloneDX", "specVersion": "1.5", "metadata": {"timestamp": "2024-01-01T00:00:00Z",
                          "tools": {"components": [{"type": "application", "name": "maker", "version": "1.0"}]},
                          "authors": [{"name": "A", "email": "a@example.org"}],
                          "component": {"type": "application", "bom-ref": "root", "name": "app", "version": "1.0"}},
                         "components": [
                          {"type": "library", "bom-ref": "l", "group": "org.acme", "name": "lib", "version": "2.10",
                           "purl": "pkg:maven/org.acme/lib@2.10?type=jar", "hashes": [{"alg": "SHA-256", "content": "aa"}],
                           "licenses": [{"license": {"id": "MIT"}}, {"license": {"name": "Own", "acknowledgement": "concluded"}}],
                           "scope": "required", "supplier": {"name": "Acme"}, "cpe": "cpe:2.3:a:acme:lib:2.10:*:*:*:*:*:*:*",
                           "externalReferences": [{"type": "website", "url": "https://acme.org"}],
                           "components": [{"type": "library", "bom-ref": "n", "group": "g", "name": "nested", "version": "0.1"}]},
                          {"type": "library", "name": "bad", "version": "1", "purl": "pkg:maven/bad@1"},
                          {"type": "library", "name": "no version"},
                          {"type": "operating-system", "name": "alpine", "version": "3.20", "purl": "pkg:generic/alpine@3.20"}],
                         "dependencies": [{"ref": "root", "dependsOn": ["l", "n"]}]}
                        """)
                .file("/app/bom.xml", """
                        <?xml version="1.0"?>
                        <bom xmlns="http://cyclonedx.org/schema/bom/1.4" version="1">
                          <metadata><tools><tool><vendor>v</vendor><name>maker</name><version>2.0</version></tool></tools></metadata>
                          <components>
                            <component type="library" bom-ref="x"><group>@s</group><name>lib</name><version>1.10</version>
                              <hashes><hash alg="SHA-1">bb</hash></hashes>
                              <licenses><license><id>MIT</id></license><expression>A OR B</expression></licenses>
                              <purl>pkg:npm/%40s/lib@1.10</purl></component>
                            <component type="framework" bom-ref="y"><name>f</name><version>2</version><purl>pkg:npm/f@2</purl></component>
                          </components>
                          <dependencies><dependency ref="x"><dependency ref="y"/></dependency></dependencies>
                        </bom>
                        """)
                .file("/app/sbom.json", """
                        {"it": "is none"}
                        """)
                .file("/app/node_modules/x/bom.json", """
                        {"bomFormat": "CycloneDX", "components": [{"type": "library", "name": "phantom", "version": "1"}]}
                        """)
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:generic/app@1.0
                  kind declared
                  dependency pkg:maven/org.acme/lib@2.10?type=jar
                  dependency nested 0.1
                  found-at /app/bom.cdx.json
                  extra sbom.author A <a@example.org>
                  extra sbom.created 2024-01-01T00:00:00Z
                  extra sbom.format CycloneDX 1.5
                  extra sbom.name app
                  extra sbom.root true
                  extra sbom.tool maker 1.0
                  extra sbom.type application
                pkg:maven/org.acme/lib@2.10?type=jar
                  kind declared
                  license MIT
                  homepage https://acme.org
                  maintainer Acme
                  found-at /app/bom.cdx.json
                  extra declared.integrity SHA-256:aa
                  extra declared.scope required
                  extra sbom.author A <a@example.org>
                  extra sbom.concluded-license Own
                  extra sbom.cpe cpe:2.3:a:acme:lib:2.10:*:*:*:*:*:*:*
                  extra sbom.created 2024-01-01T00:00:00Z
                  extra sbom.format CycloneDX 1.5
                  extra sbom.name app
                  extra sbom.tool maker 1.0
                  extra sbom.type library
                pkg:generic/g/nested@0.1
                  kind declared
                  found-at /app/bom.cdx.json
                  extra sbom.author A <a@example.org>
                  extra sbom.created 2024-01-01T00:00:00Z
                  extra sbom.format CycloneDX 1.5
                  extra sbom.name app
                  extra sbom.part-of pkg:maven/org.acme/lib@2.10?type=jar
                  extra sbom.tool maker 1.0
                  extra sbom.type library
                pkg:generic/bad@1
                  kind declared
                  found-at /app/bom.cdx.json
                  extra sbom.author A <a@example.org>
                  extra sbom.created 2024-01-01T00:00:00Z
                  extra sbom.format CycloneDX 1.5
                  extra sbom.name app
                  extra sbom.purls pkg:maven/bad@1
                  extra sbom.tool maker 1.0
                  extra sbom.type library
                pkg:npm/%40s/lib@1.10
                  kind declared
                  license MIT
                  license A OR B
                  dependency pkg:npm/f@2
                  found-at /app/bom.xml
                  extra declared.integrity SHA-1:bb
                  extra sbom.format CycloneDX 1.4
                  extra sbom.tool maker 2.0
                  extra sbom.type library
                pkg:npm/f@2
                  kind declared
                  found-at /app/bom.xml
                  extra sbom.format CycloneDX 1.4
                  extra sbom.tool maker 2.0
                  extra sbom.type framework
                """;
    }
}
