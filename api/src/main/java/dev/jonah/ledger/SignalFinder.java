package dev.jonah.ledger;

import dev.jonah.diagnostic.Diagnostics;
import dev.jonah.diagnostic.Limits;
import dev.jonah.image.FileEntry;
import dev.jonah.image.Image;
import dev.jonah.packages.PackageFile;
import dev.jonah.packages.SoftwarePackage;
import dev.jonah.plugin.Plugin;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SPI: finds what makes files worth a look. Finders never change a verdict, and none sees what another one finds. They are
 * asked about the entries of the standings that they name; most are for those that no package vouches for, and should stay
 * so, for what packages ship is full of oddities.
 */
public interface SignalFinder extends Plugin {
    /** How an entry stands in the books. */
    enum Standing {
        /** No package vouches for its content: it is unclaimed, or not what was recorded. */
        UNVOUCHED,
        /** A package claims it, and nothing about the content says otherwise. */
        VOUCHED,
        /**
         * A package claims it for lying in its directory, and nothing names it ({@link PackageFile#byDirectory()}): it may
         * have been added. There are many, and most are what the package shipped: for signals that are seldom right there.
         */
        INSIDE,
        /** It is shipped in a layer, and a later one deletes or replaces it. */
        HIDDEN
    }

    /** Every kind of signal that it may find; {@link Findings} takes no others. */
    List<SignalKind> kinds();

    /** Which entries it wants to see. Whoever wants vouched ones should look at metadata only: there are many. */
    default Set<Standing> looksAt() {
        return Set.of(Standing.UNVOUCHED);
    }

    /**
     * Prepares to look at the entries of one image: the place for what is learnt once, such as the names of all commands.
     *
     * @throws IOException if the image cannot be read further; the finder is then left out
     */
    Look begin(Scan scan) throws IOException;

    /** Looks at entries one by one, in no particular order, with several threads at once. */
    @FunctionalInterface
    interface Look {
        /**
         * Looks at one entry.
         *
         * @throws IOException if it cannot be read; what was found before counts
         */
        void at(Subject subject, Findings findings) throws IOException;
    }

    /** An entry that is looked at. Used by one thread at a time, and only during the call. */
    interface Subject {
        /** The entry; of a hidden one the version that is hidden. */
        FileEntry entry();

        /** How it stands. */
        Standing standing();

        /** The verdict that it will have unless a later step says otherwise; null for hidden versions. */
        @Nullable
        Verdict verdict();

        /** What the package that owns it promises, or null. */
        @Nullable
        PackageFile promise();

        /**
         * The first {@code atMost} bytes of a regular file, or all if there are fewer; none where they cannot be read,
         * which is reported where the file itself is needed. Finders share what was read: do not change it.
         *
         * @throws IOException if the thread is interrupted
         */
        byte[] head(int atMost) throws IOException;
    }

    /** Takes what a finder finds. */
    @FunctionalInterface
    interface Findings {
        /**
         * The entry has this signal; a second time for the same kind adds a detail.
         *
         * @param detail what exactly, for people: {@code "the interpreter /usr/bin/ruby is not there"}. Never a secret.
         *     Empty if the kind says it all
         */
        void add(SignalKind kind, String detail);

        /** The entry has this signal, and the kind says it all. */
        default void add(SignalKind kind) {
            add(kind, "");
        }
    }

    /** What a finder prepares with. Everything but {@link #diagnostics()} may be used by its {@link Look} too. */
    interface Scan {
        /** The image. */
        Image image();

        /** The package that owns an entry, or null; the path is the entry's own (canonical) one. */
        @Nullable
        SoftwarePackage owner(ImagePath path);

        /** The verdict that an entry has so far: by its claims, else by an explanation, else UNEXPLAINED. */
        Verdict verdict(ImagePath path);

        /** Whether a package claims the entry, and nothing about its content says otherwise. */
        default boolean isVouchedFor(ImagePath path) {
            Verdict verdict = verdict(path);
            return verdict == Verdict.VERIFIED || verdict == Verdict.OWNED;
        }

        /** Bounds to keep. */
        Limits limits();

        /** Takes what is noticed of the image as a whole; for {@link SignalFinder#begin} only. */
        Diagnostics diagnostics();
    }
}
