package dev.jonah.appdb.php;

import dev.jonah.appdb.support.Directory;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.packages.Coverage;
import dev.jonah.packages.ManifestParser;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.PackageScan;
import dev.jonah.packages.Purl;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.packages.SoftwarePackage.Kind;
import dev.jonah.support.LineReader;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds a PHP that somebody built, by {@code include/php/main/php_version.h}, which states the version. It owns what the
 * build installs: programs and extensions by name, headers and build files by directory. One below {@code /usr} is the
 * distribution's, whose package manager lists its files, and is passed over.
 */
public final class PhpRuntimeParser implements ManifestParser {
    private static final List<String> FILES = List.of(
            "bin/php",
            "bin/php-cgi",
            "bin/php-config",
            "bin/phpize",
            "bin/phpdbg",
            "bin/phar",
            "bin/phar.phar",
            "sbin/php-fpm",
            "etc/php-fpm.conf.default",
            "etc/php-fpm.d/www.conf.default",
            "etc/php/php.ini-development",
            "etc/php/php.ini-production",
            "lib/libphp.so",
            "php/php/fpm/status.html",
            "share/php/fpm/status.html");
    private static final List<String> PAGES =
            List.of("php", "php-cgi", "php-config", "phpize", "phpdbg", "phar", "phar.phar");

    /** Found as a service. */
    public PhpRuntimeParser() {}

    @Override
    public String id() {
        return "jonah.appdb.php-runtime";
    }

    @Override
    public FilePattern accepts() {
        return FilePattern.pathSuffix("include/php/main/php_version.h");
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                "PHP",
                "PHP itself: `include/php/main/php_version.h` of a PHP that was built, outside the places of"
                        + " distributions",
                "programs, headers, build files, manual pages, and those extensions that come with PHP, by their names",
                "**nothing**: nobody recorded what they should contain");
    }

    @Override
    public void parse(FileEntry manifest, PackageScan scan, Consumer<SoftwarePackage> out) throws IOException {
        String path = manifest.path().latin1();
        String end = "/include/php/main/php_version.h";
        Content content = manifest.type().isRegular() ? manifest.content() : null;
        if (content == null
                || path.indexOf("/include/php") != path.length() - end.length()
                || path.equals("/usr" + end)
                || path.equals(end)) {
            return;
        }
        ImagePath prefix = manifest.path().resolve("../../../..");
        String version = null;
        try (LineReader lines = new LineReader(content.open(), scan.limits())) {
            String line;
            while ((line = lines.readText()) != null) {
                version = version == null ? version(line.strip()) : version;
            }
        }
        if (version == null) {
            scan.diagnostics()
                    .warning("php.version", manifest.path(), manifest.path() + " does not state a version of PHP");
            return;
        }
        SoftwarePackage.Builder builder = SoftwarePackage.of(
                Purl.of("generic", "php").version(version).build(), Kind.APPLICATION, manifest.path());
        if (scan.wantsFiles()) {
            claim(prefix, scan, builder);
        }
        out.accept(builder.build());
    }

    private static @Nullable String version(String line) {
        String start = "#define PHP_VERSION \"";
        String version = line.startsWith(start) && line.endsWith("\"") && line.length() > start.length()
                ? line.substring(start.length(), line.length() - 1)
                : "";
        return version.matches("[0-9]+\\.[0-9]+\\.[0-9]+[A-Za-z0-9.+-]*") ? version : null;
    }

    private static void claim(ImagePath prefix, PackageScan scan, SoftwarePackage.Builder out) {
        FILES.forEach(name -> claimPresent(prefix.resolve(name), scan, out));
        for (String page : PAGES) {
            claimPresent(prefix.resolve("php/man/man1/" + page + ".1"), scan, out);
            claimPresent(prefix.resolve("share/man/man1/" + page + ".1"), scan, out);
        }
        claimPresent(prefix.resolve("php/man/man8/php-fpm.8"), scan, out);
        claimPresent(prefix.resolve("share/man/man8/php-fpm.8"), scan, out);
        claimBelow(prefix.resolve("include/php"), scan, out);
        claimBelow(prefix.resolve("lib/php/build"), scan, out);
        for (FileEntry directory : scan.tree().children(prefix.resolve("lib/php/extensions"))) {
            for (FileEntry library : scan.tree().children(directory.path())) {
                String name = library.path().fileName();
                if (name.endsWith(".so") && Extensions.NAMES.contains(name.substring(0, name.length() - 3))) {
                    claimPresent(library.path(), scan, out);
                }
            }
        }
    }

    private static void claimPresent(ImagePath path, PackageScan scan, SoftwarePackage.Builder out) {
        if (scan.tree().find(path).filter(file -> !file.isDirectory()).isPresent()) {
            out.file(PackageFile.at(path, "php.build")
                    .note("by name: where a build of PHP installs it")
                    .build());
        }
    }

    private static void claimBelow(ImagePath top, PackageScan scan, SoftwarePackage.Builder out) {
        Directory.claim(
                top,
                scan.tree(),
                "php.build",
                "by directory: where a build of PHP installs it",
                other -> false,
                out::file);
    }

    /** Apart, so that it is made only where there is a PHP. */
    private static final class Extensions {
        static final Set<String> NAMES = Set.of(
                ("bcmath bz2 calendar ctype curl dba dom enchant exif ffi fileinfo filter ftp gd gettext gmp hash"
                                + " iconv imap interbase intl json ldap mbstring mcrypt mysqli mysqlnd oci8 odbc opcache pcntl pdo"
                                + " pdo_dblib pdo_firebird pdo_mysql pdo_oci pdo_odbc pdo_pgsql pdo_sqlite pgsql phar posix pspell"
                                + " random readline recode reflection session shmop simplexml snmp soap sockets sodium spl sqlite3"
                                + " sysvmsg sysvsem sysvshm tidy tokenizer wddx xml xmlreader xmlrpc xmlwriter xsl zend_test zip"
                                + " zlib")
                        .split(" "));

        private Extensions() {}
    }
}
