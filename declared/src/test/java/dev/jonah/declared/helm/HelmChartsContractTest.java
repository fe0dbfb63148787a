package dev.jonah.declared.helm;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class HelmChartsContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new HelmCharts();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/shop/Chart.yaml", """
                        apiVersion: v2
                        name: shop
                        description: A shop
                        type: application
                        version: 0.10
                        appVersion: "1.10"
                        home: https://shop.example.org
                        sources: [https://git.example.org/shop]
                        annotations:
                          artifacthub.io/license: Apache-2.0
                        dependencies:
                          - name: postgresql
                            version: ">=12"
                            repository: https://charts.example.org
                        """)
                .file("/shop/Chart.lock", """
                        dependencies:
                        - name: postgresql
                          repository: https://charts.example.org
                          version: 12.1.0
                        - name: base
                          repository: file://../base
                          version: 0.1.0
                        digest: sha256:aa
                        generated: "2026-01-01T00:00:00Z"
                        """)
                .file("/shop/charts/base/Chart.yaml", "apiVersion: v1\nname: base\nversion: 0.1.0\n")
                .file("/other/Chart.yaml", "name: a drawing\nversion: 2\n")
                .file("/python/requirements.lock", "idna==3.7\n")
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:generic/helm/postgresql@12.1.0
                  kind declared
                  found-at /shop/Chart.lock
                  extra declared.resolved https://charts.example.org
                pkg:generic/helm/base@0.1.0
                  kind declared
                  found-at /shop/Chart.lock
                  extra declared.resolved file://../base
                  extra declared.source path
                pkg:generic/helm/shop@0.10
                  kind declared
                  license Apache-2.0
                  description A shop
                  homepage https://shop.example.org
                  dependency postgresql >=12
                  found-at /shop/Chart.yaml
                  extra declared.source chart
                  extra declared.type application
                  extra helm.app-version 1.10
                  extra helm.sources https://git.example.org/shop
                pkg:generic/helm/base@0.1.0
                  kind declared
                  found-at /shop/charts/base/Chart.yaml
                  extra declared.source chart
                """;
    }
}
