package fr.briseglace.notice;

/**
 * In whose name mail goes out.
 *
 * @param address plain mail address of the sender
 * @param idDomain domain that makes our Message-IDs unique in the world
 */
public record Sender(String address, String idDomain) {
    /** The address is a plain one, the domain has nothing a header could misread. */
    public Sender {
        if (!MailAddress.usable(address) || !MailAddress.usable("id@" + idDomain)) {
            throw new IllegalArgumentException("a sender needs a plain address and a domain");
        }
    }
}
