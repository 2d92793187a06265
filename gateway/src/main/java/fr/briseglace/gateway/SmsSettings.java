package fr.briseglace.gateway;

import fr.briseglace.notice.SmsProvider;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who sends text messages. */
final class SmsSettings {
    private static final Pattern STATUSES = Pattern.compile("[45][0-9]{2}(, ?[45][0-9]{2})*");

    private SmsSettings() {}

    /** The provider; null where {@code sms.url} is not set. */
    static @Nullable SmsProvider of(Settings settings) {
        if (settings.text("sms.url", "").isEmpty()) {
            return null;
        }
        try {
            String authorization = settings.text("sms.authorization", "");
            return new SmsProvider(
                    settings.text("sms.url"),
                    settings.text("sms.content-type", "application/json"),
                    settings.text("sms.body"),
                    authorization.isEmpty() ? null : authorization,
                    statuses(settings.text("sms.rejections", "400, 422")));
        } catch (IllegalArgumentException cannotWork) {
            throw new ConfigException("sms.url, sms.body, sms.content-type and sms.authorization: "
                    + "a provider has an https address and is told {to} whom and what {text}, in JSON or as a form");
        }
    }

    private static Set<Integer> statuses(String list) {
        if (!STATUSES.matcher(list).matches()) {
            throw new ConfigException("sms.rejections must be HTTP statuses, as in 400, 422");
        }
        return Pattern.compile(", ?").splitAsStream(list).map(Integer::valueOf).collect(Collectors.toSet());
    }
}
