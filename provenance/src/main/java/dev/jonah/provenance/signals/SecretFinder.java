package dev.jonah.provenance.signals;

import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import dev.jonah.ledger.Verdict;
import dev.jonah.provenance.signals.format.ContentKind;
import dev.jonah.provenance.signals.format.CredentialFile;
import dev.jonah.provenance.signals.format.KeyStore;
import dev.jonah.provenance.signals.format.Secret;
import dev.jonah.provenance.signals.format.SecretScanner;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Keys, tokens and passwords: what they are and in which line, never what they say. Also in files that were deleted. */
public final class SecretFinder implements SignalFinder {
    private static final SignalKind KEY = SignalKind.alarm("private-key", "it holds a private key");
    private static final SignalKind TOKEN = SignalKind.alarm("access-token", "it holds a key or token for a service");
    private static final SignalKind PASSWORD =
            SignalKind.alarm("stored-password", "it holds a password or credentials");
    private static final SignalKind STORE = SignalKind.alarm("key-store", "it is a store with a private key");
    private static final SignalKind SESSION =
            SignalKind.notice("json-web-token", "it holds a signed token, which may have expired");
    private static final SignalKind SAMPLE = SignalKind.info(
            "sample-secret", "it holds a key or token, in a place for tests, examples or documentation");

    private static final int MOST = 1 << 20;
    private static final int GLANCE = 1024;
    private static final int FEWEST = 12;
    private static final Set<String> FOR_SAMPLES = Set.of(
            "test",
            "tests",
            "testing",
            "testdata",
            "test-data",
            "test_data",
            "__tests__",
            "spec",
            "specs",
            "fixture",
            "fixtures",
            "example",
            "examples",
            "sample",
            "samples",
            "doc",
            "docs",
            "demo",
            "demos",
            "mock",
            "mocks",
            "__mocks__",
            "man");

    @Override
    public String id() {
        return "jonah.signals.secrets";
    }

    @Override
    public List<SignalKind> kinds() {
        return List.of(KEY, TOKEN, PASSWORD, STORE, SESSION, SAMPLE);
    }

    @Override
    public Set<Standing> looksAt() {
        return Set.of(Standing.UNVOUCHED, Standing.HIDDEN);
    }

    @Override
    public Look begin(Scan scan) {
        return SecretFinder::look;
    }

    private static void look(Subject subject, Findings findings) throws IOException {
        if (!subject.entry().type().isRegular()
                || subject.entry().size() < FEWEST
                || subject.verdict() == Verdict.COPY) {
            return;
        }
        String path = subject.entry().path().latin1();
        if (!ContentKind.isText(subject.head(GLANCE))) {
            store(subject, isForSamples(path), findings);
            return;
        }
        byte[] text = subject.head(MOST);
        boolean sample = isForSamples(path);
        SecretScanner.scan(text, text.length, secret -> report(secret, sample, findings));
        for (CredentialFile kind : CredentialFile.of(path)) {
            kind.find(text).forEach(secret -> report(secret, sample, findings));
        }
    }

    private static void store(Subject subject, boolean sample, Findings findings) throws IOException {
        int first = subject.head(GLANCE)[0] & 0xff;
        boolean mayBe = first == 0x30 || first == 0xfe || first == 0xce;
        if (mayBe && KeyStore.holdsPrivateKey(subject.head(MOST))) {
            findings.add(sample ? SAMPLE : STORE, "store with a private key");
        }
    }

    private static void report(Secret secret, boolean sample, Findings findings) {
        SignalKind kind = switch (secret.sort()) {
            case PRIVATE_KEY -> KEY;
            case TOKEN -> TOKEN;
            case PASSWORD -> PASSWORD;
            case SESSION_TOKEN -> SESSION;
        };
        findings.add(sample ? SAMPLE : kind, secret.name() + ", line " + secret.line());
    }

    private static boolean isForSamples(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        String name = lower.substring(lower.lastIndexOf('/') + 1);
        if (name.startsWith("readme")
                || name.startsWith("changelog")
                || name.contains(".test.")
                || name.contains(".spec.")
                || name.startsWith("test_")
                || name.contains("_test.")) {
            return true;
        }
        for (String part : lower.split("/")) {
            if (!part.equals(name) && FOR_SAMPLES.contains(part)) {
                return true;
            }
        }
        return false;
    }
}
