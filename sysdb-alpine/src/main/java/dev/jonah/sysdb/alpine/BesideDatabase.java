package dev.jonah.sysdb.alpine;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.packages.PackageScan;
import dev.jonah.sysdb.alpine.format.ApkDependency;
import dev.jonah.sysdb.alpine.format.ApkScript;
import dev.jonah.sysdb.alpine.format.ApkScriptsReader;
import dev.jonah.sysdb.alpine.format.ApkTrigger;
import dev.jonah.sysdb.alpine.format.ApkTriggersReader;
import dev.jonah.sysdb.alpine.format.ApkWorldReader;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the files beside a database say of its packages. A file that is not there says nothing; one that cannot be read is
 * reported and does not stop the database from being read.
 *
 * @param requested what {@code world} asks for, as written, by name
 * @param triggers globs by the identity of the package, in hexadecimal
 * @param scripts actions by the identity of the package, in hexadecimal
 */
record BesideDatabase(Map<String, String> requested, Map<String, String> triggers, Map<String, String> scripts) {
    static BesideDatabase read(Database database, PackageScan scan) {
        BesideDatabase beside = new BesideDatabase(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        boolean uvol = database.directory().fileName().equals("db-uvol");
        ImagePath world = uvol ? database.directory().resolve("world") : database.at("etc/apk/world");
        beside.open(world, scan, in -> beside.world(in, world, scan));
        ImagePath triggers = database.directory().resolve("triggers");
        beside.open(triggers, scan, in -> beside.triggers(in, triggers, scan));
        for (String name : new String[] {"scripts.tar", "scripts.tar.gz"}) {
            ImagePath scripts = database.directory().resolve(name);
            beside.open(scripts, scan, in -> beside.scripts(in, scripts, scan));
        }
        return beside;
    }

    private void world(InputStream in, ImagePath path, PackageScan scan) throws IOException {
        ApkWorldReader.World world = ApkWorldReader.readAll(in, scan.limits());
        for (ApkDependency dependency : world.dependencies()) {
            if (!dependency.conflict()) {
                put(requested, dependency.name(), dependency.text());
            }
        }
        for (String word : world.malformed()) {
            scan.diagnostics().warning("apk.world.word", path, "not a package specification: '" + brief(word) + "'");
        }
    }

    private void triggers(InputStream in, ImagePath path, PackageScan scan) throws IOException {
        for (ApkTrigger trigger : ApkTriggersReader.readAll(in, scan.limits())) {
            if (trigger.digest() == null) {
                String message = "a trigger without the identity of a package: '" + brief(trigger.identity()) + "'";
                scan.diagnostics().warning("apk.triggers.line", path, message);
            } else {
                put(triggers, trigger.digest().hex(), String.join(" ", trigger.patterns()));
            }
        }
    }

    private void scripts(InputStream in, ImagePath path, PackageScan scan) {
        ApkScriptsReader.Scripts read = ApkScriptsReader.readAll(in, scan.limits());
        for (ApkScript script : read.scripts()) {
            if (script.identity() != null && script.action() != null) {
                put(scripts, script.identity().hex(), script.action());
            } else {
                String message = "not named as the script of a package: '" + brief(script.entry()) + "'";
                scan.diagnostics().warning("apk.scripts.entry", path, message);
            }
        }
        if (read.failure() != null) {
            scan.diagnostics().warning("apk.scripts.damaged", path, "cannot be read further: " + read.failure());
        }
    }

    private static void put(Map<String, String> map, String key, String value) {
        String before = map.get(key);
        // What a file repeats without end is kept as it stands first.
        if (before == null || before.length() < 10_000) {
            map.put(key, before == null ? value : before + " " + value);
        }
    }

    private static String brief(String text) {
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }

    private void open(ImagePath path, PackageScan scan, Use use) {
        FileEntry file = scan.tree().resolveFile(path).orElse(null);
        Content content = file == null ? null : file.content();
        if (content == null) {
            return;
        }
        try (InputStream in = content.open()) {
            use.read(in);
        } catch (LimitExceededException e) {
            scan.diagnostics().error("apk.limit", path, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            scan.diagnostics().error("apk.unreadable", path, "cannot be read: " + e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Use {
        void read(InputStream in) throws IOException;
    }
}
