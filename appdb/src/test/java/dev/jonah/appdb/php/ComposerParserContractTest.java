package dev.jonah.appdb.php;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class ComposerParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new ComposerParser();
    }

    @Override
    protected FakeTree fixture() {
        return RealFiles.app().build();
    }

    @Override
    protected String expected() {
        return """
            pkg:composer/acme/alpha@v1.2.0
              kind application
              license MIT
              license GPL-2.0-or-later
              description Alpha
              homepage https://alpha.example
              maintainer Ann <ann@x.example>
              dependency acme/beta ^2.0
              dependency ext-json *
              dependency php >=7.2
              found-at /srv/app/vendor/composer/installed.json
              extra composer.dist ../alpha
              extra composer.dist-reference {reference}
              extra composer.type library
              file /srv/app/vendor/Acme/alpha/composer.json{directory}
              file /srv/app/vendor/Acme/alpha/src/A.php{directory}
              file /srv/app/vendor/Acme/alpha/src/functions.php{directory}
              file /srv/app/vendor/Acme/alpha/bin/alpha{directory}
              file /srv/app/vendor/Acme/alpha/bin/plain{directory}
              file /srv/app/vendor/Acme/alpha/bin/tool.sh{directory}
            pkg:composer/acme/beta@2.1.3
              kind application
              license BSD-3-Clause
              found-at /srv/app/vendor/composer/installed.json
              extra composer.dist file:///packages/beta.tar
              extra composer.dist-sha1 0123456789abcdef0123456789abcdef01234567
              extra composer.type library
              file /srv/app/vendor/acme/beta/composer.json{directory}
              file /srv/app/vendor/acme/beta/src/B.php{directory}
            pkg:composer/acme/meta@1.0
              kind application
              dependency acme/beta *
              found-at /srv/app/vendor/composer/installed.json
              extra composer.type metapackage
            pkg:composer/acme/shop@0.9.0
              kind application
              dependency acme/alpha *
              dependency acme/meta 1.0
              found-at /srv/app/composer.json
              found-at /srv/app/vendor/composer/installed.php
              extra composer.root true
              extra composer.type project
              file /srv/app/composer.json rule=composer.project note=it describes the project that packages were installed for
              file /srv/app/vendor/autoload.php{loader}
              file /srv/app/vendor/composer/ClassLoader.php{loader}
              file /srv/app/vendor/composer/InstalledVersions.php{loader}
              file /srv/app/vendor/composer/LICENSE{loader}
              file /srv/app/vendor/composer/autoload_real.php{loader}
              file /srv/app/vendor/composer/autoload_static.php{loader}
              file /srv/app/vendor/composer/platform_check.php{loader}
            """.replace(
                        "{directory}",
                        " rule=composer.directory note=by directory: Composer keeps no list of" + " files")
                .replace(
                        "{loader}",
                        " rule=composer.loader note=where Composer writes what loads the classes of a project; nobody"
                                + " recorded what it should be")
                .replace("{reference}", reference());
    }

    /** It is another each time that the fixture is made. */
    private static String reference() {
        return RealFiles.text("app/vendor/composer/installed.php")
                .replaceFirst("(?s).*?'reference' => '([0-9a-f]{40})'.*", "$1");
    }
}
