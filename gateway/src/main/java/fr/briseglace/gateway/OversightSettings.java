package fr.briseglace.gateway;

import org.jspecify.annotations.Nullable;

/**
 * Who watches over those who review.
 *
 * @param escalation mailbox that is written to where nobody has judged in time; the privacy officer's own where no other
 *     is named
 */
public record OversightSettings(String escalation, @Nullable AuditSettings audit) {
    static OversightSettings of(Settings settings) {
        String escalation = "reviews.escalation";
        return new OversightSettings(
                settings.mail(settings.text(escalation, "").isEmpty() ? "mail.privacy-officer" : escalation),
                AuditSettings.of(settings));
    }
}
