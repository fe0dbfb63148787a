package dev.jonah.appdb.node;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class CorepackParserContractTest extends ManifestParserContract {
    private static final String HOME = "/root/.cache/node/corepack/v1/";
    private static final String HASH = "0123456789abcdef".repeat(8);

    @Override
    protected ManifestParser plugin() {
        return new CorepackParser();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file(
                        HOME + "pnpm/9.15.9/.corepack",
                        "{\"locator\":{\"name\":\"pnpm\",\"reference\":\"9.15.9\"},\"bin\":{\"pnpm\":\"./bin/pnpm.cjs\"},\"hash\":\"sha512."
                                + HASH + "\"}")
                .file(HOME + "pnpm/9.15.9/bin/pnpm.cjs", "x")
                .file(
                        HOME + "yarn/4.5.0/.corepack",
                        "{\"locator\":{\"name\":\"yarn\",\"reference\":\"4.5.0\"},\"bin\":[\"yarn\"],\"hash\":\"sha512."
                                + HASH + "\"}")
                .file(HOME + "yarn/4.5.0/yarn.js", "x")
                .file(
                        HOME + "other/1.0.0/.corepack",
                        "{\"locator\":{\"name\":\"yarn\",\"reference\":\"1.0.0\"},\"hash\":\"sha512." + HASH + "\"}")
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:npm/pnpm@9.15.9
                  kind application
                  found-at /root/.cache/node/corepack/v1/pnpm/9.15.9/.corepack
                  extra corepack.hash sha512.%1$s
                  file /root/.cache/node/corepack/v1/pnpm/9.15.9/.corepack rule=corepack.directory note=by directory: corepack records no list of files
                  file /root/.cache/node/corepack/v1/pnpm/9.15.9/bin/pnpm.cjs rule=corepack.directory note=by directory: corepack records no list of files
                pkg:npm/yarn@4.5.0
                  kind application
                  found-at /root/.cache/node/corepack/v1/yarn/4.5.0/.corepack
                  extra corepack.hash sha512.%1$s
                  file /root/.cache/node/corepack/v1/yarn/4.5.0/.corepack rule=corepack.directory note=by directory: corepack records no list of files
                  file /root/.cache/node/corepack/v1/yarn/4.5.0/yarn.js digest=sha512:%1$s rule=corepack.hash source=/root/.cache/node/corepack/v1/yarn/4.5.0/.corepack
                """.formatted(HASH);
    }
}
