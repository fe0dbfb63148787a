package dev.jonah.appdb.php.format;

import dev.jonah.value.Digest;
import dev.jonah.value.RawText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Knows the scripts that Composer 2.2 and newer write for programs of packages: by digests of their lines, in which the
 * program's path is left out. Those of versions that wrote other lines are not known.
 */
public final class ComposerProxy {
    /** Longer than any. */
    public static final int LONGEST = 16 << 10;

    private static final int DIGITS = 16;

    private final Set<String> known;

    private ComposerProxy(Set<String> known) {
        this.known = known;
    }

    /** Loads the digests. */
    public static ComposerProxy load() throws IOException {
        Set<String> known = new HashSet<>();
        try (InputStream in = ComposerProxy.class.getResourceAsStream("proxy-lines.txt")) {
            if (in == null) {
                throw new IOException("proxy-lines.txt is not in the archive of this class");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                known.add(line);
            }
        }
        return new ComposerProxy(known);
    }

    /**
     * Whether a script does nothing but start a program, in lines that Composer writes.
     *
     * @param script all of it
     * @param target the program's path, relative to the directory of the script: {@code ../acme/alpha/bin/alpha}
     * @param firstLine the program's first line, which the script repeats if it names an interpreter
     */
    public boolean isFor(byte[] script, String target, String firstLine) {
        // In a script of the shell, other characters of a name could mean something.
        if (script.length > LONGEST || !target.matches("\\.\\./[A-Za-z0-9._/@+-]+")) {
            return false;
        }
        String[] lines = RawText.of(script).latin1().split("\n", -1);
        String slashed = target.substring(2);
        String name = target.substring(target.lastIndexOf('/') + 1);
        String directory = target.substring(0, target.length() - name.length() - 1);
        boolean shell = lines[0].equals("#!/usr/bin/env sh");
        if (!shell && !lines[0].equals("#!/usr/bin/env php") && !lines[0].equals(firstLine.stripTrailing())) {
            return false;
        }
        boolean starts = false;
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i].replace("__DIR__ . '/..'.'" + slashed + "'", "@")
                    .replace("(" + target + ")", "(@)")
                    .replace("'" + directory + "'", "@")
                    .replace("${dir}/" + name, "${dir}/@")
                    .strip();
            starts |= shell ? line.contains("${dir}/@") : line.endsWith("include @;");
            if (!known.contains(digest(line))) {
                return false;
            }
        }
        return starts;
    }

    private static String digest(String line) {
        return Digest.compute(Digest.Algorithm.SHA256, line.getBytes(StandardCharsets.ISO_8859_1))
                .hex()
                .substring(0, DIGITS);
    }
}
