package dev.jonah.appdb.nix;

import dev.jonah.packages.PackageDatabase;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.PackageDatabaseContract;

class StoreDatabaseContractTest extends PackageDatabaseContract {
    private static final String HASH = "0123456789abcdfghijklmnpqrsvwxyz";

    @Override
    protected PackageDatabase plugin() {
        return new StoreDatabase();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file("/nix/store/" + HASH + "-bash-interactive-5.2p26/bin/bash", "program")
                .symlink("/nix/store/" + HASH + "-bash-interactive-5.2p26/bin/sh", "bash")
                .file("/nix/store/" + HASH + "-openssl-3.0.13-dev/include/ssl.h", "header")
                .file("/nix/store/" + HASH + "-builder.sh", "script")
                .file("/nix/store/" + HASH + "-hello-1.0.drv", "recipe")
                .file("/nix/store/planted", "planted")
                .file("/nix/store/.links/1", "linked")
                .file("/gnu/store/" + HASH + "-hello-2.12.1/bin/hello", "program")
                .build();
    }

    @Override
    protected String expected() {
        String rule = " rule=nix.store note=by directory: a path of a store has no list of its files\n";
        String store = "/nix/store/" + HASH;
        String fact = "  extra nix.store-hash " + HASH + "\n";
        return "pkg:generic/hello@2.12.1\n  kind system\n  found-at /gnu/store/" + HASH + "-hello-2.12.1\n" + fact
                + "  file /gnu/store/" + HASH + "-hello-2.12.1/bin/hello" + rule
                + "pkg:generic/bash-interactive@5.2p26\n  kind system\n  found-at " + store
                + "-bash-interactive-5.2p26\n" + fact
                + "  file " + store + "-bash-interactive-5.2p26/bin/sh" + rule
                + "  file " + store + "-bash-interactive-5.2p26/bin/bash" + rule
                + "pkg:generic/builder.sh\n  kind system\n  found-at " + store + "-builder.sh\n" + fact
                + "  file " + store + "-builder.sh" + rule
                + "pkg:generic/openssl@3.0.13\n  kind system\n  found-at " + store + "-openssl-3.0.13-dev\n"
                + "  extra nix.output dev\n" + fact
                + "  file " + store + "-openssl-3.0.13-dev/include/ssl.h" + rule;
    }
}
