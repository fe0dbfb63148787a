package dev.jonah.declared.beam;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class RebarLockContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new MixLock();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/new/rebar.lock", """
                        {"1.2.0",
                        [{<<"cowboy">>,{pkg,<<"cowboy">>,<<"2.10">>},0},
                         {<<"ranch">>,{pkg,<<"ranch_hex">>,<<"1.8.0">>},1},
                         {<<"tool">>,
                          {git_subdir,"https://git.example.org/tools.git",
                                      {ref,"c0ffee"},"apps/tool"},
                          0}]}.
                        [
                        {pkg_hash,[
                         {<<"cowboy">>, <<"3AFD">>},
                         {<<"ranch">>, <<"AA">>}]},
                        {pkg_hash_ext,[
                         {<<"cowboy">>, <<"3AFE">>},
                         {<<"ranch">>, <<"BB">>}]}
                        ].
                        """)
                .file("/old/rebar.lock", """
                        [{<<"jsx">>,{pkg,<<"jsx">>,<<"2.8.0">>},0},
                         {<<"odd">>,{svn,"https://svn.example.org/odd"},0}].
                        """)
                .file("/empty/rebar.lock", "[].\n")
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:hex/cowboy@2.10
                  kind declared
                  found-at /new/rebar.lock
                  extra declared.inner-integrity sha256:3afd
                  extra declared.integrity sha256:3afe
                pkg:hex/ranch_hex@1.8.0
                  kind declared
                  found-at /new/rebar.lock
                  extra declared.alias ranch
                  extra declared.inner-integrity sha256:aa
                  extra declared.integrity sha256:bb
                  extra declared.scope indirect
                pkg:hex/tool
                  kind declared
                  found-at /new/rebar.lock
                  extra declared.commit c0ffee
                  extra declared.resolved https://git.example.org/tools.git
                  extra declared.source git
                pkg:hex/jsx@2.8.0
                  kind declared
                  found-at /old/rebar.lock
                """;
    }
}
