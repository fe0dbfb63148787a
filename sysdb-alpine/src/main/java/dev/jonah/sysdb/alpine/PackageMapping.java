package dev.jonah.sysdb.alpine;

import dev.jonah.packages.SoftwarePackage;
import dev.jonah.sysdb.alpine.format.ApkPackage;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.util.List;

/**
 * Turns a stanza into a package.
 *
 * @param label what the package URLs have in common
 * @param database the file that it stands in
 * @param beside what the files beside the database say
 */
record PackageMapping(Label label, ImagePath database, BesideDatabase beside) {
    SoftwarePackage.Builder map(ApkPackage from, String name) {
        String architecture = from.text('A');
        String version = from.version();
        String license = from.text('L');
        SoftwarePackage.Builder to = SoftwarePackage.of(
                        label.purl(name, version, architecture), SoftwarePackage.Kind.SYSTEM, database)
                .architecture(architecture)
                // Every package of one origin has the version of the origin.
                .source(from.text('o'), version)
                .licenses(license == null ? List.of() : List.of(license))
                .description(from.text('T'))
                .homepage(from.text('U'))
                .maintainer(from.text('m'))
                .dependencies(from.words('D'));
        to.extra("apk.checksum", from.text('C'))
                .extra("apk.package-size", from.text('S'))
                .extra("apk.installed-size", from.text('I'))
                .extra("apk.build-time", from.text('t'))
                .extra("apk.commit", from.text('c'))
                .extra("apk.provides", words(from, 'p'))
                .extra("apk.install-if", words(from, 'i'))
                .extra("apk.replaces", words(from, 'r'))
                .extra("apk.replaces-priority", from.text('q'))
                .extra("apk.provider-priority", from.text('k'))
                .extra("apk.repository-tag", from.text('s'))
                .extra("apk.tags", words(from, 'g'))
                .extra("apk.flags", from.text('f'))
                .extra("apk.requested", beside.requested().get(name));
        Digest identity = from.identity();
        if (identity != null) {
            to.extra("apk.triggers", beside.triggers().get(identity.hex()))
                    .extra("apk.scripts", beside.scripts().get(identity.hex()));
        }
        return to;
    }

    private static String words(ApkPackage from, char letter) {
        return String.join(" ", from.words(letter));
    }
}
