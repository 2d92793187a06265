package fr.briseglace.gateway;

import fr.briseglace.notice.SmsProvider;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How notices leave.
 *
 * @param secure relay of secure mail (MSSanté)
 * @param ordinary relay of ordinary mail; the one of secure mail where no other is named
 * @param privacyOfficer mailbox of the privacy officer
 * @param portal where patients see their journal and their rights
 * @param perSecond most notices that leave in a second
 * @param spool folder that the printers of letters empty; null where there are none, and letters wait
 * @param sms who sends text messages; null where nobody does, and they wait
 * @param webhook where the portal takes events; null where it takes none
 */
public record MailSettings(
        RelaySettings secure,
        RelaySettings ordinary,
        String privacyOfficer,
        URI portal,
        int perSecond,
        @Nullable Path spool,
        @Nullable SmsProvider sms,
        @Nullable PortalSettings webhook) {

    static MailSettings of(Settings settings) {
        RelaySettings secure = RelaySettings.of(settings, "mail");
        boolean own = !settings.text("email.host", "").isEmpty();
        return new MailSettings(
                secure,
                own ? RelaySettings.of(settings, "email") : secure,
                settings.mail("mail.privacy-officer"),
                settings.uri("mail.portal", "https", "https"),
                settings.number("notices.per-second", 3_000, 1, 100_000),
                settings.optionalFolder("letters.spool"),
                SmsSettings.of(settings),
                PortalSettings.of(settings));
    }
}
