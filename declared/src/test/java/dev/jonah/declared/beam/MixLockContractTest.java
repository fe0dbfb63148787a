package dev.jonah.declared.beam;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class MixLockContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new MixLock();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder().file("/app/mix.lock", """
                        %{
                          "cowboy": {:hex, :cowboy, "2.10", "3afd", [:make, :rebar3], [{:cowlib, "2.12.1", [hex: :cowlib, repo: "hexpm", optional: false]}, {:ranch, "1.8.0", [hex: :ranch, repo: "hexpm", optional: false]}], "hexpm", "3afe"},
                          "own": {:hex, :their_name, "1.0.0", "aa", [:mix], [], "hexpm:acme", "bb"},
                          "tool": {:git, "https://github.com/o/tool.git", "c0ffee", [tag: "v1.0"]},
                          "old": {:hex, :old, "0.1.0", "cc", [:mix], []},
                        }
                        """).build();
    }

    @Override
    protected String expected() {
        return """
                pkg:hex/cowboy@2.10
                  kind declared
                  dependency cowlib 2.12.1
                  dependency ranch 1.8.0
                  found-at /app/mix.lock
                  extra declared.inner-integrity sha256:3afd
                  extra declared.integrity sha256:3afe
                pkg:hex/acme/their_name@1.0.0
                  kind declared
                  found-at /app/mix.lock
                  extra declared.alias own
                  extra declared.inner-integrity sha256:aa
                  extra declared.integrity sha256:bb
                  extra declared.organization acme
                pkg:hex/tool
                  kind declared
                  found-at /app/mix.lock
                  extra declared.commit c0ffee
                  extra declared.resolved https://github.com/o/tool.git
                  extra declared.source git
                pkg:hex/old@0.1.0
                  kind declared
                  found-at /app/mix.lock
                  extra declared.inner-integrity sha256:cc
                """;
    }
}
