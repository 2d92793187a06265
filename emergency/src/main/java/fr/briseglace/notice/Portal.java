package fr.briseglace.notice;

import java.util.List;
import java.util.stream.Stream;

/** Whom the portal of Mon espace santé is told of as well: everybody who has a secure mailbox in it. Pure. */
public final class Portal {
    private Portal() {}

    /** The same recipients, and after them one of the portal for each holder or representative with a secure mailbox. */
    public static List<Recipient> also(List<Recipient> told) {
        Stream<Recipient> portal = told.stream()
                .filter(one -> one.kind() != Recipient.Kind.GP && one.channel() == Channel.SECURE_MAIL)
                .filter(one -> !one.awaitsAddress())
                .map(one -> new Recipient(one.kind(), null, Channel.PORTAL, MailAddress.local(one.address())));
        return Stream.concat(told.stream(), portal).toList();
    }
}
