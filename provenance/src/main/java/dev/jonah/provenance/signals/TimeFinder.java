package dev.jonah.provenance.signals;

import dev.jonah.image.FileEntry;
import dev.jonah.image.Image;
import dev.jonah.ledger.SignalFinder;
import dev.jonah.ledger.SignalKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Times of last change that stand alone. No clock is asked: an image is compared with when it says that it was made, and a
 * layer with itself. Where many files are out of line it is the line that is wrong, as builds set times to what they like.
 */
public final class TimeFinder implements SignalFinder {
    private static final SignalKind AFTER =
            SignalKind.info("modified-after-creation", "it was changed after the image was made");
    private static final SignalKind ALONE =
            SignalKind.info("time-outlier", "it was changed long after all others of its layer");

    private static final long DAY = 86_400;
    private static final long LONG = 30 * DAY;
    /** Builds that set times use 1970, 1980 or 0001: such an image does not say when it was made. */
    private static final long SOONEST = 1_000_000_000;

    private static final int FEWEST_FILES = 20;
    private static final int ONE_IN = 100;

    @Override
    public String id() {
        return "jonah.signals.times";
    }

    @Override
    public List<SignalKind> kinds() {
        return List.of(AFTER, ALONE);
    }

    @Override
    public Look begin(Scan scan) {
        Image image = scan.image();
        long[][] times = times(image);
        long[] latest = new long[times.length];
        int all = 0;
        int after = 0;
        Long created = seconds(image.config().created());
        long madeBy = created == null ? Long.MAX_VALUE : created + DAY;
        for (int i = 0; i < times.length; i++) {
            latest[i] = latest(times[i]);
            all += times[i].length;
            for (long time : times[i]) {
                after += time > madeBy ? 1 : 0;
            }
        }
        long end = after <= Math.max(3, all / ONE_IN) ? madeBy : Long.MAX_VALUE;
        return (subject, findings) -> {
            FileEntry entry = subject.entry();
            if (!entry.type().isRegular()) {
                return;
            }
            if (entry.modified() > end) {
                findings.add(AFTER, "changed " + text(entry.modified()));
            }
            if (entry.modified() > latest[entry.layer()]) {
                findings.add(ALONE, "changed " + text(entry.modified()));
            }
        };
    }

    private static long[][] times(Image image) {
        int[] counts = new int[image.layers().size()];
        image.tree().files().forEach(file -> counts[file.layer()]++);
        long[][] times = new long[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            times[i] = new long[counts[i]];
        }
        image.tree().files().forEach(file -> times[file.layer()][--counts[file.layer()]] = file.modified());
        return times;
    }

    /** After this a time stands alone: all but one in a hundred are more than a month earlier. */
    private static long latest(long[] times) {
        if (times.length < FEWEST_FILES) {
            return Long.MAX_VALUE;
        }
        Arrays.sort(times);
        long usual = times[times.length - 1 - Math.max(1, times.length / ONE_IN)];
        return usual < Long.MAX_VALUE - LONG ? usual + LONG : Long.MAX_VALUE;
    }

    private static @Nullable Long seconds(@Nullable String created) {
        if (created == null) {
            return null;
        }
        try {
            long seconds = OffsetDateTime.parse(created).toEpochSecond();
            return seconds < SOONEST ? null : seconds;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String text(long seconds) {
        try {
            return Instant.ofEpochSecond(seconds).toString();
        } catch (DateTimeException e) {
            return seconds + " seconds after 1970";
        }
    }
}
