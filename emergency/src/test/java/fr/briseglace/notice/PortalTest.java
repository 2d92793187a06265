package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.notice.Recipient.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortalTest {
    private static final String INS = People.INS.value();

    @Test
    void whoeverHasASecureMailboxIsKnownToThePortal() {
        List<Recipient> told = Recipients.of(People.adult(People.MAILBOX), People.GP, People.TODAY, false);
        assertThat(Portal.also(told))
                .startsWith(told.toArray(Recipient[]::new))
                .hasSize(told.size() + 1)
                .endsWith(new Recipient(Kind.PATIENT, null, Channel.PORTAL, INS));
    }

    @Test
    void representativesAreKnownByTheirOwnNumber() {
        List<Recipient> told =
                Recipients.of(People.aged(8, People.MAILBOX, People.parent(People.MAILBOX)), null, People.TODAY, false);
        assertThat(Portal.also(told))
                .filteredOn(one -> one.channel() == Channel.PORTAL)
                .containsExactly(new Recipient(Kind.REPRESENTATIVE, null, Channel.PORTAL, People.PARENT_INS.value()));
    }

    @Test
    void gpPrivacyOfficerAndThoseWithoutAMailboxAreNot() {
        List<Recipient> told =
                Recipients.ofRefusal(People.adult(People.EMAIL), People.TODAY, false, "dpo@brise-glace.example");
        assertThat(Portal.also(told)).isEqualTo(told);
        List<Recipient> hidden = Recipients.of(People.aged(12, People.HOUSE), People.GP, People.TODAY, true);
        assertThat(Portal.also(hidden)).isEqualTo(hidden);
    }
}
