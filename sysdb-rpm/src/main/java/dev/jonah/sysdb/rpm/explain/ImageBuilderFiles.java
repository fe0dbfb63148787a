package dev.jonah.sysdb.rpm.explain;

import dev.jonah.image.EntryType;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FilePattern;
import dev.jonah.ledger.Evidence;
import dev.jonah.ledger.Explainer;
import dev.jonah.ledger.Explanation;
import dev.jonah.ledger.Verdict;
import dev.jonah.support.LazyPattern;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Explains what the makers of images of these distributions leave: Anaconda's recipes and logs, the choice of languages,
 * variables of repositories, Red Hat's records of the build, SUSE's link to the product.
 */
public final class ImageBuilderFiles implements Explainer {
    private static final LazyPattern LANGUAGES = LazyPattern.of("%_install_langs [\\w.:@,-]{1,200}");
    private static final LazyPattern BUILD_FACT =
            LazyPattern.of("\"(?:metadata|content_sets|image_contents|from_dnf_hint"
                    + "|architecture|io\\.k8s\\.[\\w.-]{1,80}|com\\.redhat\\.[\\w.-]{1,80})\"\\s{0,8}:");
    // No dot and no slash, so that it names no other host.
    private static final LazyPattern WORD = LazyPattern.of("[A-Za-z0-9_-]{1,32}");

    /**
     * @param path the whole path
     * @param content whether the whole content is right
     * @param meaning what it is, for a person
     */
    private record Form(LazyPattern path, Predicate<String> content, String meaning) {
        static Form of(String path, Predicate<String> content, String meaning) {
            return new Form(LazyPattern.of(path), content, meaning);
        }
    }

    private static final String BUILD = "(?:/root/buildinfo|/usr/share/buildinfo)/(?:content_manifests/)?";
    private static final List<Form> FORMS = List.of(
            Form.of(
                    "/etc/rpm/macros\\.image-language-conf",
                    text -> statements(text)
                            .allMatch(line -> LANGUAGES.matcher(line).matches()),
                    "which languages packages are installed with"),
            Form.of(
                    "/root/(?:anaconda|original)-ks\\.cfg",
                    text -> text.contains("\n%packages") && text.contains("\n%end"),
                    "the recipe of the image, for Anaconda"),
            Form.of("/root/anaconda-post[\\w-]*\\.log", text -> true, "what Anaconda's last steps printed"),
            Form.of(
                    BUILD + "Dockerfile-[\\w.+-]+",
                    text -> statements(text)
                            .filter(line -> !line.startsWith("ARG "))
                            .limit(1)
                            .anyMatch(line -> line.startsWith("FROM ")),
                    "the recipe that Red Hat's build system ran"),
            Form.of(
                    BUILD + "[\\w.+-]+\\.json",
                    text -> text.strip().startsWith("{")
                            && text.strip().endsWith("}")
                            && BUILD_FACT.matcher(text).find(),
                    "what Red Hat's build system says of the image"),
            Form.of(
                    "/etc/(?:dnf|yum)/vars/(?:infra|product|target|stream|contentdir|awsregion)",
                    text -> WORD.matcher(text.strip()).matches(),
                    "a variable of repositories, a plain word"));

    /** Called by the service loader. */
    public ImageBuilderFiles() {}

    @Override
    public String id() {
        return "jonah.sysdb.rpm.image-builder";
    }

    @Override
    public FilePattern candidates() {
        return FilePattern.path("/etc/rpm/macros.image-language-conf", "/etc/products.d/baseproduct")
                .orPath("/root/anaconda-ks.cfg", "/root/original-ks.cfg")
                .orPath("/root/anaconda-post.log", "/root/anaconda-post-nochroot.log")
                .orBelow("/root/buildinfo", "/usr/share/buildinfo", "/etc/dnf/vars", "/etc/yum/vars");
    }

    @Override
    public void explain(Scan scan, Consumer<Explanation> out) throws IOException {
        Owners owners = new Owners(scan);
        if (!owners.any()) {
            return;
        }
        for (FileEntry file : (Iterable<FileEntry>) scan.candidates()::iterator) {
            String text = file.type() == EntryType.SYMLINK ? baseProduct(file, scan, owners) : form(file);
            if (text != null) {
                Evidence evidence = Evidence.of("rpm.image-builder", text, file.path());
                out.accept(new Explanation(file.path(), Verdict.DERIVED, evidence));
            }
        }
    }

    private static @Nullable String form(FileEntry file) throws IOException {
        for (Form form : FORMS) {
            if (form.path.matcher(file.path().latin1()).matches()) {
                String text = Plain.text(file);
                return text != null && form.content.test(text) ? form.meaning : null;
            }
        }
        return null;
    }

    /** The lines that say something. */
    private static Stream<String> statements(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#"));
    }

    /** SUSE's link to the one of the packaged products that the installation is. */
    private static @Nullable String baseProduct(FileEntry link, Scan scan, Owners owners) {
        FileEntry target = scan.tree().resolve(link.path()).orElse(null);
        boolean product = link.path().latin1().equals("/etc/products.d/baseproduct")
                && target != null
                && target.path().latin1().matches("/etc/products\\.d/[\\w.-]+\\.prod")
                && owners.of(target.path()) != null;
        return product && target != null ? "names the packaged product " + target.path() : null;
    }
}
