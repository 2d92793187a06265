package fr.briseglace.notice;

import java.net.URI;

/**
 * Where a holder sees, opposes and complains; every notice to the patient's side says it.
 *
 * @param journal the journal of accesses in the portal
 * @param opposition where oppositions and blocks are set
 * @param privacyOfficer mail address of the privacy officer (délégué à la protection des données)
 */
public record Remedies(URI journal, URI opposition, String privacyOfficer) {
    /** Where the authority takes complaints (CNIL). */
    static final URI AUTHORITY = URI.create("https://www.cnil.fr/fr/plaintes");

    /** Both addresses are absolute and {@code https}; the mail address is a plain one. */
    public Remedies {
        if (!secure(journal) || !secure(opposition)) {
            throw new IllegalArgumentException("portal addresses must be absolute and https");
        }
        if (!MailAddress.usable(privacyOfficer)) {
            throw new IllegalArgumentException("the privacy officer needs a plain mail address");
        }
    }

    private static boolean secure(URI address) {
        return "https".equals(address.getScheme()) && address.getHost() != null;
    }
}
