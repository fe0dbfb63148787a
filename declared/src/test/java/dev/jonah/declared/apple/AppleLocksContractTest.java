package dev.jonah.declared.apple;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class AppleLocksContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new AppleLocks();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/app/Podfile.lock", """
                        PODS:
                          - Alamofire (5.10)
                          - Firebase/Core (10.0.0):
                            - Firebase/CoreOnly
                            - FirebaseAnalytics (~> 10.0.0)
                          - Firebase/CoreOnly (10.0.0)
                          - Own (0.1.0)

                        DEPENDENCIES:
                          - Alamofire

                        EXTERNAL SOURCES:
                          Own:
                            :git: https://github.com/o/own.git
                            :tag: v0.1.0

                        CHECKOUT OPTIONS:
                          Own:
                            :commit: c0ffee
                            :git: https://github.com/o/own.git

                        SPEC CHECKSUMS:
                          Alamofire: aaaa

                        COCOAPODS: 1.12.0
                        """)
                .file("/app/Package.resolved", """
                        {"pins": [
                          {"identity": "swift-log", "kind": "remoteSourceControl", "location": "https://github.com/apple/swift-log.git",
                           "state": {"revision": "c0ffee", "version": "1.10.0"}},
                          {"identity": "own", "kind": "remoteSourceControl", "location": "git@gitlab.example.org:team/own.git",
                           "state": {"branch": "main", "revision": "1234"}},
                          {"identity": "near", "kind": "localSourceControl", "location": "/home/x/near", "state": {"revision": "5"}}],
                         "version": 2}
                        """)
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:swift/github.com/apple/swift-log@1.10.0
                  kind declared
                  found-at /app/Package.resolved
                  extra declared.commit c0ffee
                  extra declared.resolved https://github.com/apple/swift-log.git
                  extra declared.swift-identity swift-log
                pkg:swift/gitlab.example.org/team/own
                  kind declared
                  found-at /app/Package.resolved
                  extra declared.commit 1234
                  extra declared.constraint main
                  extra declared.resolved git@gitlab.example.org:team/own.git
                  extra declared.swift-identity own
                pkg:cocoapods/Alamofire@5.10
                  kind declared
                  found-at /app/Podfile.lock
                  extra declared.spec-integrity sha1:aaaa
                pkg:cocoapods/Firebase@10.0.0#Core
                  kind declared
                  dependency Firebase/CoreOnly
                  dependency FirebaseAnalytics (~> 10.0.0)
                  found-at /app/Podfile.lock
                pkg:cocoapods/Firebase@10.0.0#CoreOnly
                  kind declared
                  found-at /app/Podfile.lock
                pkg:cocoapods/Own@0.1.0
                  kind declared
                  found-at /app/Podfile.lock
                  extra declared.commit c0ffee
                  extra declared.resolved https://github.com/o/own.git
                  extra declared.source git
                """;
    }
}
