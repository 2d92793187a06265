package fr.briseglace.local.stack;

import fr.briseglace.identity.Ins;
import fr.briseglace.local.mail.SunkMail;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Practitioner;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Mail since a moment, as the mail sink took it.
 *
 * @param stack whose sink
 * @param since only what came later
 */
record Notified(Stack stack, Instant since) {
    static Notified fromNowOn(Stack stack) {
        return new Notified(stack, Instant.now());
    }

    /** The secure mailbox of Mon espace santé. */
    static String secureMailbox(Ins ins) {
        return ins.value().toLowerCase(Locale.ROOT) + "@patient.mssante.fr";
    }

    /** The GP as the directory has them. */
    Practitioner practitioner(PatientFile file) {
        return stack.local().population().directory().stream()
                .filter(gp -> gp.id().equals(file.generalPractitioner()))
                .findFirst()
                .orElseThrow();
    }

    /** The GP's mail about this patient, whom it names. */
    List<SunkMail> toPractitioner(PatientFile file) {
        String address = practitioner(file).secureMail();
        if (address == null) {
            throw new IllegalStateException("the GP has no address");
        }
        return of(address).stream()
                .filter(mail -> mail.text().contains(file.identity().birthName())
                        && mail.text().contains(file.identity().givenNames().getFirst()))
                .toList();
    }

    List<SunkMail> of(String address) {
        return stack.local().mail().to(address).stream()
                .filter(mail -> !mail.receivedAt().isBefore(since))
                .toList();
    }

    /** What came to an address within five seconds, which is the moment something did. */
    List<SunkMail> soon(String address) throws IOException {
        return Patience.until(() -> of(address), mail -> !mail.isEmpty());
    }

    /** Likewise for the GP. */
    List<SunkMail> soonToPractitioner(PatientFile file) throws IOException {
        return Patience.until(() -> toPractitioner(file), mail -> !mail.isEmpty());
    }
}
