package dev.jonah.provenance.signals;

import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import dev.jonah.provenance.signals.format.ContentKind;
import dev.jonah.provenance.signals.format.ElfHeader;
import dev.jonah.provenance.signals.format.Entropy;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Contents that do not fit their name, or that hide what they are. */
public final class ContentFinder implements SignalFinder {
    private static final SignalKind MISMATCH =
            SignalKind.notice("type-mismatch", "its content is not what its name says");
    private static final SignalKind PACKED =
            SignalKind.notice("packed", "it is a program that unpacks itself when it runs");
    private static final SignalKind RANDOM =
            SignalKind.info("high-entropy", "its content looks random, and nothing tells why");

    /** No program and no archive has such a name. */
    private static final Set<String> TEXT = Set.of(
            "txt",
            "conf",
            "cfg",
            "ini",
            "log",
            "md",
            "rst",
            "json",
            "yml",
            "yaml",
            "toml",
            "xml",
            "html",
            "htm",
            "css",
            "csv",
            "py",
            "pl",
            "rb",
            "php",
            "sh",
            "bash",
            "properties",
            "service",
            "list",
            "sql");

    private static final Set<String> MEDIA = Set.of(
            "jpg", "jpeg", "png", "gif", "bmp", "svg", "webp", "ico", "tif", "tiff", "pdf", "mp3", "mp4", "avi", "mov",
            "wav", "ogg", "ttf", "otf", "woff", "woff2", "doc", "docx", "xls", "xlsx", "odt");
    /** Compressed or encrypted by their nature, with no signature to tell. */
    private static final Set<String> RANDOM_BY_NATURE = Set.of(
            "br",
            "lzma",
            "rnd",
            "seed",
            "deb",
            "rpm",
            "apk",
            "zlib",
            "z",
            "dat",
            "pack",
            "bundle",
            "mmdb",
            "npz",
            "bin",
            "wad",
            "res",
            "idx",
            "safetensors",
            "onnx",
            "pt",
            "h5",
            "gpg",
            "sig",
            "der",
            "crt",
            "cer");

    private static final int SAMPLE = 16384;
    private static final double PACKED_BITS = 7.2;
    private static final double RANDOM_BITS = 7.95;

    @Override
    public String id() {
        return "jonah.signals.contents";
    }

    @Override
    public List<SignalKind> kinds() {
        return List.of(MISMATCH, PACKED, RANDOM);
    }

    @Override
    public Look begin(Scan scan) {
        return ContentFinder::look;
    }

    private static void look(Subject subject, Findings findings) throws IOException {
        if (!subject.entry().type().isRegular() || subject.entry().size() == 0) {
            return;
        }
        String name = subject.entry().path().fileName().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        String extension = dot < 1 ? "" : name.substring(dot + 1);
        byte[] head = subject.head(Program.HEAD);
        ContentKind kind = ContentKind.of(head);
        boolean hides = TEXT.contains(extension) && kind.isBinary() || MEDIA.contains(extension) && kind.isProgram();
        if (hides) {
            findings.add(MISMATCH, "named ." + extension + ", and it is " + kind.words());
        }
        if (kind == ContentKind.ELF) {
            packed(head, subject, findings);
        } else if (kind == ContentKind.UNKNOWN
                && subject.entry().size() >= SAMPLE
                && !RANDOM_BY_NATURE.contains(extension)
                && !MEDIA.contains(extension)
                && Entropy.bits(head, 0, head.length) > PACKED_BITS) {
            byte[] sample = subject.head(SAMPLE);
            if (Entropy.bits(sample, 0, sample.length) > RANDOM_BITS) {
                findings.add(RANDOM);
            }
        }
    }

    /** By the mark of the best-known packer, or by code that looks random in a file whose sections were taken away. */
    private static void packed(byte[] head, Subject subject, Findings findings) throws IOException {
        ElfHeader elf = ElfHeader.of(head);
        if (elf == null) {
            return;
        }
        if (marked(head)) {
            findings.add(PACKED, "it bears the mark of UPX");
        } else if (!elf.sections() && elf.codeOffset() >= 0 && elf.codeOffset() < SAMPLE / 2) {
            byte[] sample = subject.head(SAMPLE);
            int from = (int) elf.codeOffset();
            int to = (int) Math.min(sample.length, elf.codeOffset() + elf.codeSize());
            if (to - from >= Program.HEAD && Entropy.bits(sample, from, to) > PACKED_BITS) {
                findings.add(PACKED, "it has no sections, and its code looks random");
            }
        }
    }

    private static boolean marked(byte[] head) {
        for (int i = 0; i < Math.min(head.length, 1024) - 3; i++) {
            if (head[i] == 'U' && head[i + 1] == 'P' && head[i + 2] == 'X' && head[i + 3] == '!') {
                return true;
            }
        }
        return false;
    }
}
