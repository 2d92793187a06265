package fr.briseglace.local.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PemTest {
    @Property
    void whatIsWrittenIsRead(@ForAll byte[] der) {
        assertThat(Pem.decode("CERTIFICATE", Pem.encode("CERTIFICATE", der))).isEqualTo(der);
    }

    @Property
    void noLineIsLongerThanReadersAccept(@ForAll byte[] der) {
        assertThat(Pem.encode("PRIVATE KEY", der).lines()).allMatch(line -> line.length() <= 64);
    }

    @Test
    void theObjectAskedForIsFoundAmongOthers() {
        String both = Pem.encode("CERTIFICATE", new byte[] {1}) + Pem.encode("PRIVATE KEY", new byte[] {2});

        assertThat(Pem.decode("PRIVATE KEY", both)).containsExactly(2);
    }

    @Test
    void anAbsentObjectIsAnError() {
        assertThatThrownBy(() -> Pem.decode("PRIVATE KEY", Pem.encode("CERTIFICATE", new byte[] {1})))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
