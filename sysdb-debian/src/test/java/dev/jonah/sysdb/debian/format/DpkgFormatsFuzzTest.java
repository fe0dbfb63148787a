package dev.jonah.sysdb.debian.format;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.jonah.diagnostic.Limits;
import dev.jonah.value.RawText;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Runs over the seeds beside it in every build; with {@code JAZZER_FUZZ=1} it looks for new inputs. */
class DpkgFormatsFuzzTest {
    private static final Limits LIMITS = Limits.builder()
            .set(Limits.Name.LINE_BYTES, 1 << 16)
            .set(Limits.Name.PARSER_BYTES, 1 << 20)
            .build();

    @FuzzTest
    void anyStanzasAreReadOrRefused(byte[] input) {
        for (DpkgPackage found : StatusReader.read(in(input), LIMITS).entries()) {
            found.problems();
            found.source();
            found.version();
            found.isVcpkg();
            found.list("Depends");
            ExtendedState.of(found);
            PackageStatus status = found.status();
            check(status == null || !status.isUnpacked() || status.isKnown(), "unpacked in an unknown state");
            for (Conffile conffile : found.conffiles()) {
                conffile.digest();
                checkPath(conffile.path());
            }
        }
    }

    @FuzzTest
    void anyListsAreReadOrRefused(byte[] input) {
        for (RawText path : FileListReader.read(in(input), LIMITS).entries()) {
            checkPath(path);
            check(path.length() > 1, "the root");
        }
        for (RecordedDigest entry : Md5sumsReader.read(in(input), LIMITS).entries()) {
            checkPath(entry.path());
        }
        ConffilesReader.read(in(input), LIMITS).entries().forEach(conffile -> checkPath(conffile.path()));
        OpkgListReader.read(in(input), LIMITS).entries().forEach(file -> checkPath(file.path()));
    }

    @FuzzTest
    void anyDiversionsAndAlternativesAreReadOrRefused(byte[] input) {
        for (Diversion diversion : DiversionsReader.read(in(input), LIMITS).entries()) {
            checkPath(diversion.from());
            checkPath(diversion.to());
        }
        Alternative alternative = AlternativesReader.read(in(input), LIMITS);
        for (Alternative.Choice choice : alternative.choices()) {
            check(choice.targets().size() == alternative.slaves().size(), "a slave without a place");
            check(alternative.best() != null, "choices and no best one");
        }
    }

    @FuzzTest
    void anyOverridesRulesAndTriggersAreReadOrRefused(byte[] input) {
        for (StatOverride override : StatOverridesReader.read(in(input), LIMITS).entries()) {
            check(override.mode() >= 0 && override.mode() <= 07777, "a mode that is none");
            checkPath(override.path());
        }
        RawText path = RawText.of("/usr/share/doc/a/copyright");
        for (PathRule rule : DpkgConfigReader.read(in(input), LIMITS).entries()) {
            check(!rule.matches(path) || path.latin1().startsWith(rule.literalPrefix()), "fits without its beginning");
            rule.mayIncludeBelow(path);
        }
        TriggersReader.readFileInterests(in(input), LIMITS).entries().forEach(Trigger::packages);
        TriggersReader.readUnincorporated(in(input), LIMITS).entries().forEach(Trigger::packages);
        TriggersReader.readDirectives(in(input), LIMITS);
    }

    @FuzzTest
    void anyManifestsAreReadOrRefused(byte[] input) {
        ChiselManifestReader.read(in(input), LIMITS);
        for (ChiselPath path : ChiselManifestReader.readLines(in(input), LIMITS).paths()) {
            checkPath(path.path());
            path.expected();
        }
    }

    private static InputStream in(byte[] input) {
        return new ByteArrayInputStream(input);
    }

    private static void checkPath(RawText path) {
        check(path.latin1().startsWith("/"), "not absolute: " + path);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalStateException(message);
        }
    }
}
