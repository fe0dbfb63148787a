package dev.jonah.declared.php;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class ComposerLockContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new ComposerLock();
    }

    @Override
    protected FakeTree fixture() {
        return FakeTree.builder().file("/app/composer.lock", """
                        {"content-hash": "00", "packages": [
                          {"name": "Monolog/Monolog", "version": "3.10", "description": "Logs", "homepage": "https://seld.be",
                           "source": {"type": "git", "url": "https://github.com/Seldaek/monolog.git", "reference": "c0ffee"},
                           "dist": {"type": "zip", "url": "https://api.github.com/zip", "reference": "c0ffee", "shasum": ""},
                           "require": {"php": ">=8.1", "psr/log": "^2.0 || ^3.0"}, "type": "library", "license": ["MIT"]}],
                         "packages-dev": [
                          {"name": "acme/tests", "version": "dev-main", "dist": {"type": "path", "url": "../tests"}, "license": "proprietary"}]}
                        """).build();
    }

    @Override
    protected String expected() {
        return """
                pkg:composer/monolog/monolog@3.10
                  kind declared
                  license MIT
                  description Logs
                  homepage https://seld.be
                  dependency php >=8.1
                  dependency psr/log ^2.0 || ^3.0
                  found-at /app/composer.lock
                  extra declared.commit c0ffee
                  extra declared.repository https://github.com/Seldaek/monolog.git
                  extra declared.resolved https://api.github.com/zip
                  extra declared.type library
                pkg:composer/acme/tests@dev-main
                  kind declared
                  license proprietary
                  found-at /app/composer.lock
                  extra declared.resolved ../tests
                  extra declared.scope dev
                  extra declared.source path
                """;
    }
}
