package dev.jonah.appdb.node;

import com.fasterxml.jackson.core.JacksonException;
import dev.jonah.appdb.node.format.PnpMapReader;
import dev.jonah.appdb.node.format.PnpPackage;
import dev.jonah.appdb.node.format.YarnIntegrityReader;
import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.image.FileTree;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains what package managers of Node keep of what they installed, each by its form: npm's {@code .package-lock.json},
 * Yarn's {@code .yarn-integrity}, {@code .yarn-state.yml} and {@code install-state.gz}, pnpm's {@code .modules.yaml} and {@code
 * lock.yaml}. Where such a file names packages, some of them must be there. The map of Yarn's Plug'n'Play, which Node runs
 * before the program, is identified and no more.
 */
public final class NodeState implements Explainer {
    private static final String NPM = "node_modules/.package-lock.json";
    private static final String YARN_CLASSIC = "node_modules/.yarn-integrity";
    private static final String YARN_TREE = "node_modules/.yarn-state.yml";
    private static final String YARN_STATE = ".yarn/install-state.gz";
    private static final String PNPM_SETTINGS = "node_modules/.modules.yaml";
    private static final String PNPM_LOCK = "node_modules/.pnpm/lock.yaml";

    /** Found as a service. */
    public NodeState() {}

    @Override
    public String id() {
        return "jonah.appdb.node-state";
    }

    @Override
    public FilePattern candidates() {
        return PnpMaps.FILES.orPathSuffix(NPM, YARN_CLASSIC, YARN_TREE, YARN_STATE, PNPM_SETTINGS, PNPM_LOCK);
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        for (Iterator<FileEntry> files = scan.candidates().iterator(); files.hasNext(); ) {
            FileEntry file = files.next();
            Content content = file.type().isRegular() ? file.content() : null;
            ImagePath directory = file.path().parent();
            ImagePath above = directory == null ? null : directory.parent();
            if (content == null || directory == null) {
                continue;
            }
            try {
                scan.limits()
                        .check(
                                Limits.Name.PARSER_BYTES,
                                content.size(),
                                file.path().toString());
                explain(file, content, directory, above == null ? ImagePath.ROOT : above, scan, out);
            } catch (LimitExceededException e) {
                scan.diagnostics().warning("npm.lock.limit", file.path(), String.valueOf(e.getMessage()));
            }
        }
    }

    private static void explain(
            FileEntry file, Content content, ImagePath directory, ImagePath above, Scan scan, Consumer<Explanation> out)
            throws IOException {
        String path = file.path().latin1();
        Limits limits = scan.limits();
        if (file.path().fileName().startsWith(".pnp.")) {
            if (isMap(content, directory, scan.tree())) {
                out.accept(new Explanation(
                        file.path(),
                        Verdict.IDENTIFIED,
                        Evidence.of(
                                "yarn.map", "a map of Yarn's Plug'n'Play, of packages that are there", file.path())));
            }
            return;
        }
        Evidence evidence = null;
        if (path.endsWith(NPM)) {
            evidence = NpmState.of(file, content, above, scan);
        } else if (path.endsWith(YARN_CLASSIC) && YarnIntegrityReader.isOne(content.open())
                || path.endsWith(YARN_TREE) && StateFile.isOfYarn(content, above, scan.tree(), limits)
                || path.endsWith(YARN_STATE) && StateFile.isInstallState(content)) {
            evidence = Evidence.of("yarn.state", "what Yarn keeps of what it installed", file.path());
        } else if (path.endsWith(PNPM_SETTINGS) && StateFile.isSettingsOfPnpm(content, limits)
                || path.endsWith(PNPM_LOCK) && StateFile.isLockOfPnpm(content, directory, scan.tree(), limits)) {
            evidence = Evidence.of("pnpm.state", "what pnpm keeps of what it installed", file.path());
        }
        if (evidence != null) {
            out.accept(new Explanation(file.path(), Verdict.TRANSIENT, evidence));
        }
    }

    private static boolean isMap(Content content, ImagePath base, FileTree tree) throws IOException {
        if (content.size() > PnpMapReader.LARGEST) {
            return false;
        }
        List<PnpPackage> packages;
        try {
            packages = PnpMapReader.read(content.open());
        } catch (JacksonException e) {
            // Whoever reads it for the packages says so.
            return false;
        }
        for (PnpPackage each : packages) {
            @Nullable
            String archived = PnpLocation.of(each.location(), base, tree).archived();
            if (archived != null
                    && tree.find(PnpLocation.of(each.location(), base, tree).manifest())
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }
}
