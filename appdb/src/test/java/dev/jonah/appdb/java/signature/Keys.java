package dev.jonah.appdb.java.signature;

import dev.jonah.testkit.RealTool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys that {@code keytool} makes, each with a certificate that it signs itself, of the subject {@code CN=ALIAS}.
 *
 * @param store where they are
 */
record Keys(Path store) {
    Keys with(String alias, String... how) throws IOException {
        List<String> command = new ArrayList<>(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias));
        command.addAll(options());
        command.addAll(List.of("-validity", "3650"));
        command.addAll(List.of(how));
        RealTool.named("keytool").run(command.toArray(new String[0])).succeeded();
        return this;
    }

    List<String> options() {
        return List.of("-keystore", store.toString(), "-storepass", "changeit");
    }
}
