package dev.jonah.cli;

import dev.jonah.ledger.Verdict;
import dev.jonah.packages.Purl;
import dev.jonah.result.DeclaredPackage;
import dev.jonah.result.FileResult;
import dev.jonah.result.MissingFile;
import dev.jonah.result.PackageResult;
import dev.jonah.result.ScanResult;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which files somebody wants to see.
 *
 * @param verdicts with one of these
 * @param missing those too that are promised and not there
 * @param signals with one of these signals; none for all
 * @param packageName only of the package with this name, name and version, or package URL; null for all
 */
record FileSelection(
        Set<Verdict> verdicts,
        boolean missing,
        Set<String> signals,
        @Nullable String packageName) {
    private static final String MISSING = "missing";

    /**
     * Every file if no verdict and no signal is named.
     *
     * @throws UsageException if a name is that of no verdict
     */
    static FileSelection parse(List<String> names, List<String> signals, @Nullable String packageName) {
        Set<Verdict> verdicts = names.isEmpty() ? EnumSet.allOf(Verdict.class) : EnumSet.noneOf(Verdict.class);
        boolean missing = false;
        for (String name : names) {
            String option = name.toLowerCase(Locale.ROOT).replace('_', '-');
            Verdict verdict = VerdictNames.verdict(option);
            if (verdict != null) {
                verdicts.add(verdict);
            } else if (option.equals(MISSING)) {
                missing = true;
            } else {
                throw new UsageException("--verdict: there is no verdict '" + name + "'; there are "
                        + String.join(", ", VerdictNames.all()) + ", " + MISSING);
            }
        }
        return new FileSelection(verdicts, missing, Set.copyOf(signals), packageName);
    }

    /**
     * @throws UsageException if the image has no package of that name
     */
    void check(ScanResult result, String image) {
        if (!containsAny(result.packages())) {
            for (DeclaredPackage found : result.declared()) {
                if (isMeant(found.software().purl())) {
                    throw new UsageException("--package: " + image + " has no package " + packageName + "; "
                            + Names.of(found.software().foundAt().get(0)) + " declares it, and it is not installed");
                }
            }
            throw new UsageException("--package: " + image + " has no package " + packageName);
        }
    }

    boolean contains(FileResult file) {
        return verdicts.contains(file.verdict())
                && (signals.isEmpty() || !Collections.disjoint(signals, file.signals()))
                && containsAny(file.claimants());
    }

    boolean contains(MissingFile file) {
        return missing && signals.isEmpty() && containsAny(List.of(file.owner()));
    }

    private boolean containsAny(List<PackageResult> packages) {
        if (packageName == null) {
            return true;
        }
        for (PackageResult found : packages) {
            if (isMeant(found.software().purl())) {
                return true;
            }
        }
        return false;
    }

    private boolean isMeant(Purl purl) {
        return purl.name().equals(packageName)
                || purl.toString().equals(packageName)
                || Names.of(purl).equals(packageName);
    }
}
