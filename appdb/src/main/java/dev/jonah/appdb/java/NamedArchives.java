package dev.jonah.appdb.java;

import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Identifies archives that nobody claims, if their name and the coordinates inside say the same. It tells what an archive
 * calls itself, not who put it there; one that is called otherwise than it says inside stays unexplained, and so does one
 * that is not as it was signed.
 */
public final class NamedArchives implements Explainer {
    /** Found as a service. */
    public NamedArchives() {}

    @Override
    public String id() {
        return "jonah.appdb.java-archives";
    }

    @Override
    public FilePattern candidates() {
        return new JavaArchiveParser().accepts();
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        Map<ImagePath, SoftwarePackage> named = new HashMap<>();
        for (SoftwarePackage found : scan.packages()) {
            ImagePath file = found.foundAt().get(0);
            if ("true".equals(found.extra().get("java.name-agrees"))
                    && !"broken".equals(found.extra().get("java.signature"))
                    && file.toString().equals(found.extra().get("java.path"))) {
                named.put(file, found);
            }
        }
        for (Iterator<FileEntry> files = scan.candidates().iterator(); files.hasNext(); ) {
            FileEntry file = files.next();
            SoftwarePackage found = named.get(file.path());
            if (found != null && file.type().isRegular()) {
                String text = "its name and the coordinates in it agree: "
                        + found.purl().namespace() + ":" + found.purl().name() + ":"
                        + found.purl().version() + signer(found.extra());
                out.accept(new Explanation(
                        file.path(), Verdict.IDENTIFIED, Evidence.of("java.coordinates", text, file.path())));
            }
        }
    }

    /** Who signed all of it, by what the certificate says. */
    private static String signer(Map<String, String> facts) {
        boolean signed = "valid".equals(facts.get("java.signature")) && !facts.containsKey("java.signature.weak");
        return signed ? "; all of it is signed by " + facts.get("java.signature.signer") : "";
    }
}
