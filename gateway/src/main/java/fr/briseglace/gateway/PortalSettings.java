package fr.briseglace.gateway;

import fr.briseglace.notice.WebhookKeys;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where the portal takes signed events.
 *
 * @param webhook the address
 * @param keys what signs them
 */
public record PortalSettings(URI webhook, WebhookKeys keys) {
    /** The portal; null where {@code portal.webhook} is not set. */
    static @Nullable PortalSettings of(Settings settings) {
        URI webhook = settings.optionalUri("portal.webhook", "https", "http");
        if (webhook == null) {
            return null;
        }
        String next = settings.text("portal.next-secret", "");
        try {
            return new PortalSettings(
                    webhook,
                    new WebhookKeys(
                            settings.text("portal.secret"),
                            next.isEmpty() ? null : next,
                            settings.text("portal.pseudonyms")));
        } catch (IllegalArgumentException noSecret) {
            throw new ConfigException("portal.secret, portal.next-secret and portal.pseudonyms: "
                    + "each is whsec_ and 24 to 64 bytes in Base64");
        }
    }
}
