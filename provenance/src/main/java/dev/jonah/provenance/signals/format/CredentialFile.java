package dev.jonah.provenance.signals.format;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Files in which tools keep passwords and tokens, by their names, and how these stand in them. What merely stands for a
 * secret, such as {@code ${TOKEN}}, is none.
 */
public enum CredentialFile {
    /** Of the Docker command and its kin. */
    DOCKER(
            "credentials for an image registry",
            "\"(?:auth|identitytoken|registrytoken)\"\\s{0,9}:\\s{0,9}\"([^\"]{4,})\""),
    /** Of ftp(1), curl and others. */
    NETRC("password in a netrc file", "(?:^|\\s)password\\s{1,9}(\\S{1,})"),
    /** Of npm and yarn. */
    NPM(
            "credentials for an npm registry",
            "(?:_authToken|_auth|_password|npmAuthToken)\"?\\s{0,9}[=:]\\s{0,9}\"?([^\\s\"]{6,})"),
    /** Of twine and others. */
    PYPI("password for a Python index", "(?m)^\\s{0,9}password\\s{0,9}[=:]\\s{0,9}(\\S{1,})"),
    /** Addresses with a password in them. */
    ADDRESS("password in an address", "[a-z+]{2,10}://[^\\s/:@]{1,64}:([^\\s/:@]{3,256})@[A-Za-z0-9]"),
    /** Of the AWS command. */
    AWS("secret key of AWS", "(?m)^\\s{0,9}aws_(?:secret_access_key|session_token)\\s{0,9}=\\s{0,9}(\\S{16,})"),
    /** Of kubectl. */
    KUBERNETES(
            "credentials for a Kubernetes cluster",
            "(?m)^\\s{0,19}(?:client-key-data|token|password):\\s{1,9}\"?([^\\s\"]{6,})"),
    /** Of the Google Cloud command. */
    GOOGLE(
            "credentials for Google Cloud",
            "\"(?:refresh_token|client_secret|private_key)\"\\s{0,9}:\\s{0,9}\"([^\"]{8,})\""),
    /** Of the Azure command. */
    AZURE(
            "credentials for Azure",
            "\"(?:secret|refreshToken|accessToken|client_secret)\"\\s{0,9}:\\s{0,9}\"([^\"]{8,})\""),
    /** Variables for a program. */
    ENVIRONMENT(
            "secret in a file of environment variables",
            "(?m)^(?:export )?[A-Za-z0-9_]{0,64}(?:SECRET|PASSWORD|PASSWD|TOKEN|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY)"
                    + "(?:_[A-Z0-9_]{1,32})?=[\"']?([^\\s\"'#]{6,})"),
    /** Of Apache and nginx. */
    HTPASSWD(
            "hash of a password for a web server",
            "(?m)^[^\\s:#]{1,64}:(\\$(?:apr1|2[aby]|5|6)\\$\\S{20,}|\\{SHA\\}\\S{20,})"),
    /** Of PostgreSQL. */
    PGPASS(
            "password for a PostgreSQL server",
            "(?m)^[^#:\\s][^:\\n]{0,256}:[^:\\n]{1,9}:[^:\\n]{1,64}:[^:\\n]{1,64}:([^\\n]{1,})"),
    /** Of MySQL. */
    MYSQL("password for a MySQL server", "(?m)^\\s{0,9}password\\s{0,9}=\\s{0,9}(\\S{1,})"),
    /** Of Maven. */
    MAVEN("password for a Maven repository", "<password>([^<\\s]{4,})</password>");

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\$\\{.*|\\$\\(.*|\\$[A-Za-z_][A-Za-z0-9_]*|<.*|\\{\\{.*|%.*%|\\*+|x{3,}.*|.*(?:example|change|placeholder|your[_-]|dummy|redacted|todo).*"
                    + "|null|none|true|false|undefined|secret|password|token",
            Pattern.CASE_INSENSITIVE);

    private static final int MOST = 1 << 18;

    private final String words;
    private final Pattern pattern;

    CredentialFile(String words, String pattern) {
        this.words = words;
        this.pattern = Pattern.compile(pattern);
    }

    /** The kinds of credentials that a file of this path may hold; mostly none. */
    public static List<CredentialFile> of(String path) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        String directory = slash <= 0 ? "" : path.substring(path.lastIndexOf('/', slash - 1) + 1, slash);
        CredentialFile byName = byName(name, directory);
        List<CredentialFile> kinds = new ArrayList<>(2);
        if (byName != null) {
            kinds.add(byName);
        }
        if (mayHoldAddress(name, directory, path)) {
            kinds.add(ADDRESS);
        }
        return kinds;
    }

    private static @Nullable CredentialFile byName(String name, String directory) {
        return switch (name) {
            case "config.json" -> directory.equals(".docker") ? DOCKER : null;
            case ".dockercfg", ".dockerconfigjson" -> DOCKER;
            case "auth.json" -> directory.equals("containers") || directory.equals(".docker") ? DOCKER : null;
            case ".netrc", "_netrc" -> NETRC;
            case ".npmrc", "npmrc", ".yarnrc", ".yarnrc.yml" -> NPM;
            case ".pypirc" -> PYPI;
            case "credentials" -> directory.equals(".aws") ? AWS : null;
            case "config" -> directory.equals(".kube") ? KUBERNETES : directory.equals(".aws") ? AWS : null;
            case "kubeconfig", "kubeconfig.yaml", "kubeconfig.yml" -> KUBERNETES;
            case "application_default_credentials.json" -> GOOGLE;
            case "accessTokens.json", "msal_token_cache.json", "service_principal_entries.json" -> AZURE;
            case ".htpasswd", "htpasswd" -> HTPASSWD;
            case ".pgpass" -> PGPASS;
            case ".my.cnf" -> MYSQL;
            case "settings.xml" -> directory.equals(".m2") ? MAVEN : null;
            default -> isEnvironment(name.toLowerCase(Locale.ROOT)) ? ENVIRONMENT : null;
        };
    }

    private static boolean isEnvironment(String name) {
        boolean sample = name.contains("example")
                || name.contains("sample")
                || name.contains("template")
                || name.contains("dist")
                || name.contains("test");
        return !sample && (name.equals(".env") || name.startsWith(".env.") || name.endsWith(".env"));
    }

    private static boolean mayHoldAddress(String name, String directory, String path) {
        return switch (name) {
            case ".git-credentials",
                    "pip.conf",
                    ".pip.conf",
                    ".condarc",
                    ".gitconfig",
                    ".npmrc",
                    ".yarnrc.yml",
                    "sources.list",
                    ".env" -> true;
            case "config" -> directory.equals(".git");
            default -> path.startsWith("/etc/apt/") && (name.endsWith(".list") || name.endsWith(".sources"));
        };
    }

    /** The credentials in a file of this kind. */
    public List<Secret> find(byte[] content) {
        String text = new String(content, 0, Math.min(content.length, MOST), StandardCharsets.ISO_8859_1);
        List<Secret> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find() && found.size() < 20) {
            if (!PLACEHOLDER.matcher(matcher.group(1)).matches()) {
                int line = 1
                        + (int) text.substring(0, matcher.start(1))
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                found.add(new Secret(Secret.Sort.PASSWORD, words, line));
            }
        }
        return found;
    }
}
