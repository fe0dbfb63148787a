package dev.jonah.provenance.signals;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.image.FileTree;
import dev.jonah.image.Image;
import dev.jonah.image.Layer;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import dev.jonah.provenance.signals.format.Secret;
import dev.jonah.provenance.signals.format.SecretScanner;
import dev.jonah.support.LazyPattern;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * What of an image as a whole is worth a look: its environment, its history, its directories, which have no verdict. There
 * is no entry that could bear such a signal, so that each is a diagnostic.
 */
public final class EnvironmentFinder implements SignalFinder {
    /** Variables by which whoever starts a program makes it run something else first. */
    private static final Set<String> HOOKS = Set.of(
            "LD_PRELOAD",
            "LD_AUDIT",
            "PYTHONSTARTUP",
            "NODE_OPTIONS",
            "BASH_ENV",
            "ENV",
            "PROMPT_COMMAND",
            "PERL5OPT",
            "RUBYOPT",
            "JAVA_TOOL_OPTIONS",
            "_JAVA_OPTIONS",
            "JDK_JAVA_OPTIONS",
            "GCONV_PATH",
            "PYTHONINSPECT");

    private static final LazyPattern SECRET_NAME = LazyPattern.of(
            "(?i)(?:.*_)?(?:PASSWORD|PASSWD|SECRET|TOKEN|API_?KEY|SECRET_?KEY|ACCESS_?KEY|PRIVATE_?KEY)");

    private static final int WRITABLE = 0002;
    private static final int STICKY = 01000;

    @Override
    public String id() {
        return "jonah.signals.environment";
    }

    @Override
    public List<SignalKind> kinds() {
        return List.of();
    }

    @Override
    public Set<Standing> looksAt() {
        return Set.of();
    }

    @Override
    public Look begin(Scan scan) {
        Image image = scan.image();
        image.config().environment().forEach(variable -> environment(variable, scan.diagnostics()));
        for (Layer layer : image.layers()) {
            if (layer.createdBy() != null) {
                for (Secret secret : SecretScanner.scan(layer.createdBy().getBytes(StandardCharsets.UTF_8))) {
                    scan.diagnostics()
                            .info(
                                    "signal.history.secret",
                                    null,
                                    "the history line of layer " + layer.index() + " holds a secret: " + secret.name());
                }
            }
        }
        directories(image.tree(), scan.diagnostics());
        return (subject, findings) -> {};
    }

    private static void environment(String variable, Diagnostics diagnostics) {
        int equals = variable.indexOf('=');
        if (equals < 1 || equals == variable.length() - 1) {
            return;
        }
        String name = variable.substring(0, equals);
        if (HOOKS.contains(name)) {
            diagnostics.info("signal.environment.hook", null, "the environment of the image sets " + variable);
        } else if (SECRET_NAME.matcher(name).matches()
                || !SecretScanner.scan(variable.substring(equals + 1).getBytes(StandardCharsets.UTF_8))
                        .isEmpty()) {
            diagnostics.info(
                    "signal.environment.secret", null, "the environment of the image sets a secret, it seems: " + name);
        }
    }

    private static void directories(FileTree tree, Diagnostics diagnostics) {
        tree.directories().forEach(entry -> {
            if ((entry.mode() & WRITABLE) != 0 && (entry.mode() & STICKY) == 0) {
                diagnostics.info(
                        "signal.directory.world-writable",
                        entry.path(),
                        "everybody may delete and replace what lies in " + entry.path());
            }
        });
    }
}
