package dev.jonah.testkit;

import dev.jonah.packages.PackageDatabase;

class ListDatabaseTest extends PackageDatabaseContract {
    @Override
    protected PackageDatabase plugin() {
        return new ListDatabase();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder()
                .file(ListDatabase.LIST.toString(), "one 1.0 /usr/bin/one\ntwo 2.0 usr/bin/../lib/two\n")
                .build();
    }

    @Override
    protected String expected() {
        return """
                pkg:generic/one@1.0
                  kind system
                  found-at /var/db/list
                  file /usr/bin/one rule=acme.list
                pkg:generic/two@2.0
                  kind system
                  found-at /var/db/list
                  file /usr/lib/two rule=acme.list
                """;
    }
}
