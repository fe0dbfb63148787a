package dev.jonah.provenance.signals.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialFileTest {
    private static List<Secret> find(String path, String text) {
        return CredentialFile.of(path).stream()
                .flatMap(kind -> kind.find(text.replace('~', '\n').getBytes(StandardCharsets.UTF_8)).stream())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/root/.docker/config.json   | {'auths': {'x': {'auth': 'dXNlcjpwYXNz'}}}",
                "/root/.netrc                | machine x login me password hunter2",
                "/root/.npmrc                | //registry.npmjs.org/:_authToken=abcdef123456",
                "/root/.pypirc               | [pypi]~username = me~password = hunter2",
                "/root/.aws/credentials      | [default]~aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPx",
                "/root/.kube/config          | users:~- user:~    client-key-data: LS0tLS1CRUdJTg==",
                "/root/.config/gcloud/application_default_credentials.json | {'refresh_token': '1//0abcdefgh'}",
                "/root/.azure/accessTokens.json | [{'refreshToken': 'abcdefghij'}]",
                "/app/.env                   | export API_KEY=abcdef123",
                "/app/production.env         | SECRET_KEY_BASE='abcdef123456'",
                "/etc/nginx/.htpasswd        | me:$apr1$abcdefgh$abcdefghijklmnopqrstuv",
                "/root/.pgpass               | db:5432:app:me:hunter2",
                "/root/.my.cnf               | [client]~password=hunter2",
                "/root/.m2/settings.xml      | <server><password>hunter2</password></server>",
                "/root/.git-credentials      | https://me:hunter2@example.org",
                "/etc/apt/sources.list.d/x.list | deb https://me:hunter2@example.org/debian x main",
                "/src/.git/config            | url = https://me:hunter2@github.com/x/y",
            })
    void findsCredentials(String path, String text) {
        assertThat(find(path, text.replace('\'', '"').replace("BASE=\"", "BASE='")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/app/config.json            | {'auth': 'dXNlcjpwYXNz'}",
                "/root/.docker/config.json   | {'auths': {}, 'credsStore': 'desktop'}",
                "/root/.npmrc                | //registry.npmjs.org/:_authToken=${NPM_TOKEN}",
                "/root/.npmrc                | registry=https://registry.npmjs.org/",
                "/app/.env                   | API_KEY=<your key>",
                "/app/.env                   | TOKEN_TTL=3600",
                "/app/.env.sample            | API_KEY=abcdef123",
                "/app/notes.txt              | https://me:hunter2@example.org",
                "/src/.git/config            | url = git@github.com:x/y.git",
                "/root/.kube/config          | clusters: []",
                "/root/.pgpass               | # host:port:db:user:password",
            })
    void takesNothingElseForCredentials(String path, String text) {
        assertThat(find(path, text.replace('\'', '"'))).isEmpty();
    }

    @Test
    void tellsTheLine() {
        assertThat(find("/app/.env", "A=1~B=2~DB_PASSWORD=hunter2~"))
                .containsExactly(new Secret(Secret.Sort.PASSWORD, "secret in a file of environment variables", 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/start.sh", "/", "/.env", "start.sh", ""})
    void aFileAtTheRootIsLookedAtLikeAnyOther(String path) {
        assertThat(find(path, "API_KEY=abcdef123"))
                .extracting(Secret::name)
                .containsExactlyElementsOf(
                        path.endsWith(".env") ? List.of("secret in a file of environment variables") : List.of());
    }
}
