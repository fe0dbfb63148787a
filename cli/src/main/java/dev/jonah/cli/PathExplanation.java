package dev.jonah.cli;

import dev.jonah.diagnostic.Diagnostic;
import dev.jonah.image.Content;
import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileVersion;
import dev.jonah.image.Image;
import dev.jonah.image.LinkResolver;
import dev.jonah.ledger.Evidence;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.Purl;
import dev.jonah.result.FileResult;
import dev.jonah.result.HiddenSignals;
import dev.jonah.result.MissingFile;
import dev.jonah.result.PackageResult;
import dev.jonah.result.ScanResult;
import dev.jonah.value.Digest;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything known about one path of an image, as text. The image must be open. */
final class PathExplanation {
    private static final int LABEL = 11;
    private static final int MOST_DECLARED = 10;
    private static final String SIGNAL = "signal.";

    private final Image image;
    private final ScanResult result;
    private final ImagePath asked;
    private final ImagePath path;
    private final @Nullable FileEntry entry;
    private final @Nullable FileResult file;
    private final List<FileVersion> versions;
    private final StringBuilder out = new StringBuilder();

    PathExplanation(Image image, ScanResult result, ImagePath asked) {
        this.image = image;
        this.result = result;
        this.asked = asked;
        path = image.tree().canonical(asked);
        entry = image.tree().find(path).orElse(null);
        file = fileAt(path);
        versions = image.versions(path);
    }

    private @Nullable FileResult fileAt(ImagePath at) {
        for (FileResult candidate : result.files()) {
            if (candidate.entry().path().equals(at)) {
                return candidate;
            }
        }
        return null;
    }

    /** Whether the path is there, was there, or should be there. */
    boolean isKnown() {
        return entry != null || !versions.isEmpty() || !missing().isEmpty();
    }

    String text() throws IOException {
        line("Path", Names.of(asked));
        if (!asked.equals(path)) {
            line("Really", Names.of(path) + ", because a directory of the path is a link");
        }
        if (entry != null) {
            entry(entry);
        } else {
            line("Type", "not in the image" + (versions.isEmpty() ? "" : " any more"));
        }
        if (file != null) {
            verdict(file);
        }
        for (MissingFile gone : missing()) {
            line(
                    "Missing",
                    "promised by " + Names.of(gone.owner()) + ": " + VerdictNames.words(gone.reason())
                            + (gone.layer() == null ? "" : ", layer " + gone.layer()));
            evidence(gone.evidence());
        }
        claims();
        declares();
        versions();
        return out.toString();
    }

    private void entry(FileEntry found) throws IOException {
        String owner = found.uid() + ":" + found.gid();
        String mode = String.format(Locale.ROOT, "%04o", found.mode());
        String size = found.type().isRegular() ? ", " + found.size() + " bytes" : "";
        line("Type", found.type().id() + ", mode " + mode + ", owner " + owner + size);
        if (found.device() != null) {
            line("Device", found.device().toString());
        }
        if (found.target() != null) {
            line("Target", Names.of(found.target()));
        }
        if (found.type() == EntryType.SYMLINK) {
            leadsTo();
        }
        for (String name : found.attributes().keySet()) {
            line("Attribute", Diagnostic.printable(name));
        }
        Content content = found.content();
        if (content != null) {
            line("SHA-256", digest(content));
        }
    }

    /** A damaged layer must not keep the rest from being told. */
    private static String digest(Content content) {
        try {
            return content.digest(Digest.Algorithm.SHA256).hex();
        } catch (IOException e) {
            return "cannot be read: " + Diagnostic.printable(Failure.reason(e));
        }
    }

    private void leadsTo() {
        LinkResolver.Resolution resolution = image.tree().links().resolve(path);
        FileResult target = fileAt(resolution.path());
        line(
                "Leads to",
                switch (resolution.outcome()) {
                    case FOUND -> Names.of(resolution.path()) + (target == null ? "" : " (" + target.verdict() + ")");
                    case DANGLING -> Names.of(resolution.path()) + ", which is not there";
                    case LOOP -> "nowhere: its links go round in a circle";
                });
    }

    private void verdict(FileResult found) {
        line("Verdict", found.verdict().name());
        PackageResult owner = found.owner();
        if (owner != null) {
            line("Owner", Names.of(owner));
            line("", owner.software().purl().toString());
        }
        evidence(found.evidence().stream()
                .filter(evidence -> !evidence.rule().startsWith(SIGNAL))
                .toList());
        signals("Signals", found.signals(), found.evidence());
    }

    private void signals(String label, List<String> codes, List<Evidence> evidence) {
        Signals known = new Signals(result.signals());
        String next = label;
        for (String code : codes) {
            line(next, known.line(code));
            next = "";
            for (Evidence detail : evidence) {
                if (detail.rule().equals(SIGNAL + code)) {
                    line(next, "  " + detail.text());
                }
            }
        }
    }

    private void evidence(List<Evidence> all) {
        String label = "Evidence";
        for (Evidence evidence : all) {
            line(label, evidence.rule() + ": " + evidence.text());
            label = "";
            for (ImagePath input : evidence.inputs()) {
                line(label, "  by " + Names.of(input));
            }
        }
    }

    private List<MissingFile> missing() {
        List<MissingFile> gone = new ArrayList<>();
        for (MissingFile candidate : result.missing()) {
            if (candidate.path().equals(asked) || candidate.path().equals(path)) {
                gone.add(candidate);
            }
        }
        return gone;
    }

    private void claims() {
        String label = "Claims";
        for (PackageResult found : result.packages()) {
            for (PackageFile promise : found.software().files()) {
                if (isAboutThis(promise.path())) {
                    line(label, Names.of(found) + ", by " + found.plugin());
                    label = "";
                    for (String recorded : Promise.recorded(promise)) {
                        line(label, "  " + recorded);
                    }
                }
            }
        }
    }

    private boolean isAboutThis(ImagePath promised) {
        return promised.equals(path)
                || promised.name().equals(path.name())
                        && image.tree().canonical(promised).equals(path);
    }

    private void declares() {
        Declared declared = Declared.at(path, result);
        if (!declared.isEmpty()) {
            line("Declares", declared.counts(""));
            int left = MOST_DECLARED;
            for (Purl absent : declared.absent()) {
                if (left-- == 0) {
                    line("", "  …and " + (declared.absent().size() - MOST_DECLARED) + " more");
                    break;
                }
                line("", "  not installed: " + Names.of(absent));
            }
        }
    }

    private void versions() {
        String label = "Versions";
        for (FileVersion version : versions) {
            FileEntry old = version.entry();
            String createdBy = image.layers().get(old.layer()).createdBy();
            String size = old.type().isRegular() ? ", " + old.size() + " bytes" : "";
            line(
                    label,
                    "layer " + old.layer() + ": " + old.type().id() + size
                            + (createdBy == null ? "" : "  «" + CreatedBy.brief(createdBy, 40) + "»"));
            label = "";
            if (version.hiddenIn() != null) {
                line(
                        label,
                        "layer " + version.hiddenIn() + ": "
                                + (version.replaced() ? "replaced" : "deleted, and still shipped"));
            }
            for (HiddenSignals hidden : result.hiddenSignals()) {
                if (hidden.version().entry().path().equals(path)
                        && hidden.version().entry().layer() == old.layer()
                        && hidden.version().entry().size() == old.size()
                        && version.hiddenIn() != null) {
                    signals("", hidden.signals(), hidden.evidence());
                }
            }
        }
    }

    private void line(String label, String text) {
        out.append((Columns.left(label, LABEL) + text).stripTrailing()).append('\n');
    }
}
