package dev.jonah.provenance.signals;

import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import dev.jonah.ledger.Verdict;
import dev.jonah.provenance.signals.format.ProgramHeader;
import java.io.IOException;
import java.util.List;

/** Files that something runs: programs, libraries, scripts. */
public final class ProgramFinder implements SignalFinder {
    private static final SignalKind ELF = SignalKind.notice("elf", "it is a program or library for Linux");
    private static final SignalKind MACH_O =
            SignalKind.notice("mach-o", "it is a program or library for Apple's systems");
    private static final SignalKind PE = SignalKind.notice("pe", "it is a program or library for Windows");
    private static final SignalKind SCRIPT = SignalKind.info("script", "it is an executable script");
    private static final SignalKind JAVA_CLASS = SignalKind.info("java-class", "it is a class of Java");
    private static final SignalKind WASM = SignalKind.info("wasm", "it is a module of WebAssembly");
    private static final SignalKind COPY =
            SignalKind.notice("copy-of-program", "a packaged program is there under another name as well");
    private static final SignalKind MODIFIED =
            SignalKind.alarm("modified-program", "a packaged program is not the one that the package shipped");

    @Override
    public String id() {
        return "jonah.signals.programs";
    }

    @Override
    public List<SignalKind> kinds() {
        return List.of(ELF, MACH_O, PE, SCRIPT, JAVA_CLASS, WASM, COPY, MODIFIED);
    }

    @Override
    public Look begin(Scan scan) {
        return ProgramFinder::look;
    }

    private static void look(Subject subject, Findings findings) throws IOException {
        ProgramHeader program = Program.of(subject);
        if (program == null) {
            return;
        }
        switch (program.format()) {
            case ELF -> findings.add(ELF, program.description());
            case MACH_O -> findings.add(MACH_O, program.description());
            case PE -> findings.add(PE, program.description());
            case SCRIPT -> findings.add(SCRIPT, program.description());
            case JAVA_CLASS -> findings.add(JAVA_CLASS);
            case WASM -> findings.add(WASM);
        }
        if (program.format().isNative() || program.format() == ProgramHeader.Format.SCRIPT) {
            if (subject.verdict() == Verdict.COPY) {
                findings.add(COPY);
            } else if (subject.verdict() == Verdict.MODIFIED) {
                findings.add(MODIFIED);
            }
        }
    }
}
