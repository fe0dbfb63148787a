package dev.jonah.cli;

import dev.jonah.diagnostic.LimitExceededException;
import dev.jonah.image.UnreadableImageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * What a person is told when a command cannot do its work.
 *
 * @param status the exit status
 * @param message one line: what, where, what to do
 */
record Failure(int status, String message) {
    /** About whatever came out of a command that was to read {@code image}. */
    static Failure of(Throwable e, String image) {
        if (e instanceof UsageException) {
            return new Failure(ExitStatus.USAGE, reason(e));
        }
        return new Failure(ExitStatus.UNREADABLE, message(e, image));
    }

    private static String message(Throwable e, String image) {
        if (e instanceof OutputException) {
            return reason(e);
        }
        if (e instanceof UnreadableImageException || e instanceof LimitExceededException) {
            String reason = reason(e);
            return image.isEmpty() || reason.contains(image) ? reason : image + ": " + reason;
        }
        if (e instanceof IOException) {
            return "cannot read " + image + ": " + reason(e);
        }
        if (e instanceof OutOfMemoryError) {
            long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
            return image + " needs more memory than the " + mebibytes
                    + " MiB there are; give more: JONAH_JAVA_OPTS=-Xmx" + Math.max(1, mebibytes / 512) + "g";
        }
        if (e instanceof StackOverflowError) {
            return image + " is nested too deeply to be read; a larger stack may help: JONAH_JAVA_OPTS=-Xss16m";
        }
        return "internal error at " + image + ": " + e + "; please report it with what --debug prints";
    }

    /** The message of an exception, completed where Java gives only a file name. */
    static String reason(Throwable e) {
        if (e instanceof NoSuchFileException) {
            return "there is no " + e.getMessage();
        }
        if (e instanceof AccessDeniedException) {
            return "no permission for " + e.getMessage();
        }
        String message = e.getMessage();
        if (message == null || e instanceof FileSystemException f && f.getReason() == null) {
            return e.toString();
        }
        return message;
    }
}
