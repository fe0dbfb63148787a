package dev.jonah.appdb.php;

import dev.jonah.packages.ManifestParser;
import dev.jonah.testkit.FakeTree;
import dev.jonah.testkit.ManifestParserContract;

class PearParserContractTest extends ManifestParserContract {
    @Override
    protected ManifestParser plugin() {
        return new PearParser();
    }

    @Override
    protected FakeTree fixture() {
        return RealFiles.pear().build();
    }

    @Override
    protected String expected() {
        return """
            pkg:generic/pear.php.net/Greet_Er@1.2.0
              kind application
              license BSD
              description Greets
              maintainer Ann <ann@x.example>
              dependency php >= 5.4.0
              dependency pear.php.net/PEAR >= 1.4.0
              dependency pear.php.net/Console_Getopt >= 1.0
              found-at /usr/share/php/.registry/greet_er.reg
              extra pear.alias pkg:pear/pear.php.net/Greet_Er@1.2.0
              extra pear.channel pear.php.net
              extra pear.license-uri http://opensource.org/licenses/bsd-license.php
              file /usr/share/php/.registry/greet_er.reg rule=pear.record note=PEAR's record of the package, which holds no checksum of itself
              file /usr/share/php/Greet/Er.php type=file digest=md5:f5f562b0b1fd29498999d0c4ea69aa65 rule=pear.registry
              file /usr/bin/greet type=file digest=md5:894d31bc772759c6706115f5cf1f58ce if-different=EXPECTED rule=pear.registry note=PEAR replaces text in it when it installs it
              file /usr/share/php/docs/Greet_Er/README type=file digest=md5:764efa883dda1e11db47671c4a3bbd9e rule=pear.registry
              file /usr/share/php/tests/Greet_Er/t1.phpt type=file digest=md5:435bfdc3e377d7ca5e538d9be597d78b rule=pear.registry
            """;
    }
}
