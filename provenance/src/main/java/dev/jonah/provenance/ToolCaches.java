package dev.jonah.provenance;

import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Explains what package managers of languages leave in their caches, as far as the content proves itself: files named after
 * their own checksum, records of them, and checksums beside packaged files. Everything else in such caches is left to those
 * who know it.
 */
public final class ToolCaches implements Explainer {
    private static final FilePattern NPM =
            FilePattern.below("/root", "/home", "/tmp", "/var/cache", "/opt", "/usr/local", "/app");
    private static final String CACHED = ".*/(?:_cacache|npm-cache/_cacache)";
    private static final String SPLIT = "/([0-9a-f]{2})/([0-9a-f]{2})/([0-9a-f]+)";

    private static final Rules RULES = Rules.of(
            content("content cached by npm", CACHED + "/content-v2/sha512" + SPLIT, Digest.Algorithm.SHA512),
            content("content cached by npm", CACHED + "/content-v2/sha1" + SPLIT, Digest.Algorithm.SHA1),
            Rule.volatileFile("cache.content", NPM, Check.format(new NpmIndex()))
                    .matching(CACHED + "/index-v5/[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{60}"),
            Rule.volatileFile("cache.content", NPM, Check.format(Format.empty("when npm last looked for updates")))
                    .matching(".*/_(?:update-notifier-last-checked|lastverified)"),
            content("output cached by go", ".*/go-build/[0-9a-f]{2}/([0-9a-f]{64})-d", Digest.Algorithm.SHA256),
            Rule.volatileFile(
                            "cache.content",
                            NPM,
                            Check.format(Format.lines(
                                    "a record of go's cache", "v1 [0-9a-f]{64} [0-9a-f]{64} [ \\d]{20} [ \\d]{20}")))
                    .matching(".*/go-build/[0-9a-f]{2}/[0-9a-f]{64}-a"),
            Rule.volatileFile(
                            "cache.content",
                            NPM,
                            Check.format(Format.lines("when go last trimmed its cache", "\\d{1,12}")))
                    .matching(".*/go-build/trim\\.txt"),
            Rule.volatileFile("cache.content", NPM, Check.format(new LogText()))
                    .matching(".*/\\.npm/_logs/[0-9TZ_]+-debug-\\d+\\.log"),
            Rule.derived(
                    "checksum.beside",
                    FilePattern.suffix(".md5", ".sha1", ".sha256", ".sha512"),
                    new ChecksumBeside()));

    /** Called by the service loader. */
    public ToolCaches() {}

    @Override
    public String id() {
        return "jonah.provenance.tool-caches";
    }

    @Override
    public FilePattern candidates() {
        return RULES.candidates();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        RULES.explain(scan, out);
    }

    private static Rule content(String what, String path, Digest.Algorithm algorithm) {
        return Rule.volatileFile("cache.content", NPM, new NamedAfterContent(what, LazyPattern.of(path), algorithm))
                .matching(path);
    }
}
