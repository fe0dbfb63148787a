package dev.jonah.provenance.signals.format;

import java.util.List;

/**
 * How the tokens of one issuer look.
 *
 * @param name what it is, for people
 * @param beginning fixed characters at the start, at least four
 * @param alphabet characters that follow, besides letters and digits
 * @param letters which letters follow
 * @param least how many characters follow at least
 * @param most how many at most; one more, and it is something else
 */
record TokenRule(String name, String beginning, String alphabet, Letters letters, int least, int most) {
    enum Letters {
        ANY,
        UPPER,
        LOWER_HEX
    }

    static final List<TokenRule> ALL = List.of(
            new TokenRule("access key of AWS", "AKIA", "", Letters.UPPER, 16, 16),
            new TokenRule("temporary access key of AWS", "ASIA", "", Letters.UPPER, 16, 16),
            new TokenRule("personal access token of GitHub", "ghp_", "", Letters.ANY, 36, 36),
            new TokenRule("OAuth token of GitHub", "gho_", "", Letters.ANY, 36, 36),
            new TokenRule("user token of GitHub", "ghu_", "", Letters.ANY, 36, 36),
            new TokenRule("server token of GitHub", "ghs_", "", Letters.ANY, 36, 36),
            new TokenRule("refresh token of GitHub", "ghr_", "", Letters.ANY, 36, 76),
            new TokenRule("personal access token of GitHub", "github_pat_", "_", Letters.ANY, 82, 82),
            new TokenRule("personal access token of GitLab", "glpat-", "_-.", Letters.ANY, 20, 64),
            new TokenRule("runner token of GitLab", "glrt-", "_-.", Letters.ANY, 20, 64),
            new TokenRule("deploy token of GitLab", "gldt-", "_-", Letters.ANY, 20, 64),
            new TokenRule("bot token of Slack", "xoxb-", "-", Letters.ANY, 30, 120),
            new TokenRule("user token of Slack", "xoxp-", "-", Letters.ANY, 30, 120),
            new TokenRule("token of Slack", "xoxa-", "-", Letters.ANY, 30, 120),
            new TokenRule("app token of Slack", "xapp-", "-", Letters.ANY, 50, 160),
            new TokenRule("webhook of Slack", "hooks.slack.com/services/T", "/", Letters.ANY, 40, 60),
            new TokenRule("token of npm", "npm_", "", Letters.ANY, 36, 36),
            new TokenRule("token of PyPI", "pypi-AgEI", "_-", Letters.ANY, 60, 400),
            new TokenRule("API key of Google", "AIza", "_-", Letters.ANY, 35, 35),
            new TokenRule("OAuth secret of Google", "GOCSPX-", "_-", Letters.ANY, 28, 28),
            new TokenRule("live key of Stripe", "sk_live_", "", Letters.ANY, 24, 120),
            new TokenRule("live key of Stripe", "rk_live_", "", Letters.ANY, 24, 120),
            new TokenRule("token of Docker Hub", "dckr_pat_", "_-", Letters.ANY, 27, 27),
            new TokenRule("token of Vault", "hvs.", "_-", Letters.ANY, 24, 200),
            new TokenRule("token of DigitalOcean", "dop_v1_", "", Letters.LOWER_HEX, 64, 64),
            new TokenRule("key of Anthropic", "sk-ant-", "_-", Letters.ANY, 60, 140),
            new TokenRule("key of OpenAI", "sk-proj-", "_-", Letters.ANY, 40, 220),
            new TokenRule("account key of Azure", "AccountKey=", "+/=", Letters.ANY, 88, 88),
            new TokenRule("key of age", "AGE-SECRET-KEY-1", "", Letters.UPPER, 58, 58));

    private static final int FEWEST_DIFFERENT = 8;

    private boolean accepts(byte b) {
        boolean digit = b >= '0' && b <= '9';
        return switch (letters) {
            case ANY -> digit || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || alphabet.indexOf(b) >= 0;
            case UPPER -> digit || b >= 'A' && b <= 'Z';
            case LOWER_HEX -> digit || b >= 'a' && b <= 'f';
        };
    }

    /** Whether a token stands at {@code at}, and is none that people write where a token would be. */
    boolean matches(byte[] text, int at, int length) {
        if (length - at < beginning.length() + least || at > 0 && isOfWord(text[at - 1])) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            if (text[at + i] != beginning.charAt(i)) {
                return false;
            }
        }
        int from = at + beginning.length();
        int to = from;
        while (to < length && to - from <= most && accepts(text[to])) {
            to++;
        }
        boolean ends = to == length || !isOfWord(text[to]);
        return ends && to - from >= least && to - from <= most && isRandom(text, from, to);
    }

    private static boolean isOfWord(byte b) {
        return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b == '_';
    }

    /** Made by a machine: many different characters, and neither in their order nor a word for an example. */
    static boolean isRandom(byte[] text, int from, int to) {
        int[] seen = new int[128];
        int different = 0;
        int steps = 0;
        int digits = 0;
        for (int i = from; i < to; i++) {
            different += seen[text[i] & 0x7f]++ == 0 ? 1 : 0;
            int step = i > from ? text[i] - text[i - 1] : 2;
            steps += step == 1 || step == 0 ? 1 : 0;
            digits += text[i] >= '0' && text[i] <= '9' ? 1 : 0;
        }
        String upper = new String(text, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1)
                .toUpperCase(java.util.Locale.ROOT);
        boolean example = upper.contains("EXAMPLE") || upper.contains("XXXX") || upper.contains("REPLACE");
        return different >= FEWEST_DIFFERENT && steps * 3 < to - from && digits > 0 && !example;
    }
}
