package dev.jonah.declared.node;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The binary lock file of a small project, as Bun 1.1 wrote it. */
class NodeLocksBunContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new NodeLocks();
    }

    @Override
    protected FakeTree fixture() {
        try (InputStream in = getClass().getResourceAsStream("/dev/jonah/declared/real/bun-2.bun.lockb")) {
            return FakeTree.builder().file("/app/bun.lockb", in.readAllBytes()).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected String expected() {
        return """
                pkg:npm/sample-app
                  kind declared
                  dependency fsevents 2.3.3
                  dependency @sindresorhus/is ^4.6.0
                  dependency debug ^4.3.4
                  dependency inner packages/inner
                  dependency pad npm:left-pad@1.2.0
                  found-at /app/bun.lockb
                  extra declared.source project
                pkg:npm/left-pad@1.2.0
                  kind declared
                  found-at /app/bun.lockb
                  extra declared.integrity sha512-OQadpCyFCT/VLniZQgym8d3/ofIJtuZyw2ibsVeIUOexKgW/osn8+mMFJbwGMPeDC4GnLzD8q115WPCDx4YRWg==
                  extra declared.resolved https://registry.npmjs.org/left-pad/-/left-pad-1.2.0.tgz
                pkg:npm/inner
                  kind declared
                  dependency ms 2.0.0
                  found-at /app/bun.lockb
                  extra declared.resolved workspace:packages/inner
                  extra declared.source workspace
                pkg:npm/ms@2.0.0
                  kind declared
                  found-at /app/bun.lockb
                  extra declared.integrity sha512-Tpp60P6IUJDTuOq/5Z8cdskzJujfwqfOTkrwIwj7IRISpnkJnT6SyJ4PCPnGMoFjC9ddhal5KVIYtAt97ix05A==
                  extra declared.resolved https://registry.npmjs.org/ms/-/ms-2.0.0.tgz
                pkg:npm/debug@4.4.3
                  kind declared
                  dependency ms ^2.1.3
                  found-at /app/bun.lockb
                  extra declared.integrity sha512-RGwwWnwQvkVfavKVt22FGLw+xYSdzARwm0ru6DhTVA3umU5hZc28V3kO4stgYryrTlLpuvgI9GiijltAjNbcqA==
                  extra declared.resolved https://registry.npmjs.org/debug/-/debug-4.4.3.tgz
                pkg:npm/ms@2.1.3
                  kind declared
                  found-at /app/bun.lockb
                  extra declared.integrity sha512-6FlzubTLZG3J2a/NVCAleEhjzq5oxgHyaCU9yYXvcLsvoVaHJq/s5xXI6/XXP6tz7R9xAOtHnSO/tXtF3WRTlA==
                  extra declared.resolved https://registry.npmjs.org/ms/-/ms-2.1.3.tgz
                pkg:npm/%40sindresorhus/is@4.6.0
                  kind declared
                  found-at /app/bun.lockb
                  extra declared.integrity sha512-t09vSN3MdfsyCHoFcTRCH/iUtG7OJ0CsjzB8cjAmKc/va/kIgeDI/TxsigdncE/4be734m0cvIYwNaV4i2XqAw==
                  extra declared.resolved https://registry.npmjs.org/@sindresorhus/is/-/is-4.6.0.tgz
                pkg:npm/fsevents@2.3.3
                  kind declared
                  found-at /app/bun.lockb
                  extra declared.integrity sha512-5xoDfX+fL7faATnagmWPpbFtwh/R77WmMMqqHGS65C3vvB0YHrgF+B1YmZ3441tMj5n63k0212XNoJwzlhffQw==
                  extra declared.resolved https://registry.npmjs.org/fsevents/-/fsevents-2.3.3.tgz
                """;
    }
}
