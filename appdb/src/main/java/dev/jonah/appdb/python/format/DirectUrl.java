package dev.jonah.appdb.python.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code direct_url.json}: where a distribution came from that was not installed by its name.
 *
 * @param url of an archive, a repository or, with the scheme {@code file}, a directory
 * @param subdirectory of the repository or archive, or null
 * @param vcs {@code git}, {@code hg}, …; null if it is no repository
 * @param commitId commit of the repository that was installed, or null
 * @param requestedRevision what was asked for: a branch, a tag; or null
 * @param archiveHash hash of the archive as written, {@code sha256=…}, or null
 * @param editable whether the directory is used in place
 */
public record DirectUrl(
        String url,
        @Nullable String subdirectory,
        @Nullable String vcs,
        @Nullable String commitId,
        @Nullable String requestedRevision,
        @Nullable String archiveHash,
        boolean editable) {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads one document; what it holds beyond these fields is passed over.
     *
     * @throws IOException if it is no JSON object or has no {@code url}
     */
    public static DirectUrl read(InputStream in) throws IOException {
        Fields fields = new Fields();
        try (JsonParser json = JSON.createParser(in)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("not a JSON object");
            }
            fields.readObject(json, true);
        }
        String url = fields.url;
        if (url == null) {
            throw new IOException("no url");
        }
        return new DirectUrl(
                url,
                fields.subdirectory,
                fields.vcs,
                fields.commitId,
                fields.requestedRevision,
                fields.archiveHash,
                fields.editable);
    }

    private static final class Fields {
        private @Nullable String url;
        private @Nullable String subdirectory;
        private @Nullable String vcs;
        private @Nullable String commitId;
        private @Nullable String requestedRevision;
        private @Nullable String archiveHash;
        private boolean editable;

        /** Reads an object whose opening brace was read; those inside the outer one have no fields of the same names. */
        void readObject(JsonParser json, boolean outer) throws IOException {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value == JsonToken.START_OBJECT && outer && name.endsWith("_info")) {
                    readObject(json, false);
                } else if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
                    json.skipChildren();
                } else if (value == JsonToken.VALUE_STRING) {
                    text(outer ? name : "info." + name, json.getText());
                } else if (!outer && name.equals("editable")) {
                    editable = value == JsonToken.VALUE_TRUE;
                }
            }
        }

        private void text(String name, String value) {
            switch (name) {
                case "url" -> url = value;
                case "subdirectory" -> subdirectory = value;
                case "info.vcs" -> vcs = value;
                case "info.commit_id" -> commitId = value;
                case "info.requested_revision" -> requestedRevision = value;
                case "info.hash" -> archiveHash = value;
                default -> {}
            }
        }
    }
}
