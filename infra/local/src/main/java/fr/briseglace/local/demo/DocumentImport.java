package fr.briseglace.local.demo;

import fr.briseglace.cda.CdaDocument;
import fr.briseglace.cda.CdaFault;
import fr.briseglace.cda.CdaReader;
import fr.briseglace.cda.DocumentHeader;
import fr.briseglace.cda.GeneralPractitioner;
import fr.briseglace.identity.IdentityStatus;
import fr.briseglace.identity.Ins;
import fr.briseglace.identity.PatientIdentity;
import fr.briseglace.identity.TimeUuid;
import fr.briseglace.law.PatientRights;
import fr.briseglace.law.RecordStatus;
import fr.briseglace.patient.Contacts;
import fr.briseglace.patient.PatientFile;
import fr.briseglace.patient.Practitioner;
import fr.briseglace.store.Deposit;
import fr.briseglace.store.Deposits;
import fr.briseglace.store.Marks;
import fr.briseglace.store.Registry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Deposits the CDA documents of a folder. A patient who is not known yet is registered from what the first document says
 * of them, with a secure mailbox and the GP that any of the documents names.
 */
public final class DocumentImport {
    private final Pool sql;
    private final SecureRandom random = new SecureRandom();

    DocumentImport(Pool sql) {
        this.sql = sql;
    }

    /**
     * What became of a folder.
     *
     * @param accepted how many documents are in the record now, those of before included
     * @param rejected the faults, by file name
     */
    public record Imported(int accepted, Map<String, String> rejected) {}

    @SuppressWarnings("ArrayRecordComponent") // The bytes are handed on as they are.
    private record Read(byte[] bytes, CdaDocument document) {}

    /** Deposits every {@code .xml} of the folder, in the order of their names. Blocks. */
    Imported of(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
        Map<String, String> rejected = new TreeMap<>();
        Map<Path, Read> read = new TreeMap<>();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            switch (CdaReader.read(bytes)) {
                case CdaDocument document -> read.put(file, new Read(bytes, document));
                case CdaFault fault -> rejected.put(file.getFileName().toString(), fault.name());
            }
        }
        List<DocumentHeader> headers =
                read.values().stream().map(one -> one.document().header()).toList();
        read.forEach((file, one) -> {
            Deposit deposit = sql.withTransaction(connection -> deposit(connection, one, headers))
                    .await();
            if (deposit instanceof Deposit.Rejected fault) {
                rejected.put(file.getFileName().toString(), fault.fault());
            }
        });
        return new Imported(files.size() - rejected.size(), rejected);
    }

    private Future<Deposit> deposit(SqlConnection connection, Read read, List<DocumentHeader> headers) {
        Ins ins = read.document().header().ins();
        Future<Void> known =
                ins == null ? Future.succeededFuture() : known(new Registry(connection), ins, read, headers);
        return known.compose(done ->
                new Deposits(connection, this::id, Instant::now).deposit(read.bytes(), read.document(), Marks.NONE));
    }

    private Future<Void> known(Registry registry, Ins ins, Read read, List<DocumentHeader> headers) {
        return registry.find(ins).compose(found -> {
            PatientIdentity identity = read.document().header().patient().identity(IdentityStatus.QUALIFIED);
            if (found.isPresent() || identity == null) {
                return Future.succeededFuture();
            }
            Optional<GeneralPractitioner> gp = generalPractitioner(ins, headers);
            return registry.practise(
                            gp.flatMap(DocumentImport::practitioner).stream().toList())
                    .compose(done -> registry.register(
                            id(),
                            file(ins, identity, gp.map(GeneralPractitioner::id).orElse(null))));
        });
    }

    private static Optional<GeneralPractitioner> generalPractitioner(Ins ins, List<DocumentHeader> headers) {
        return headers.stream()
                .filter(header -> ins.equals(header.ins()))
                .map(DocumentHeader::generalPractitioner)
                .filter(gp -> gp != null && gp.id() != null)
                .findFirst();
    }

    private static Optional<Practitioner> practitioner(GeneralPractitioner gp) {
        return gp.id() == null
                ? Optional.empty()
                : Optional.of(new Practitioner(gp.id(), gp.name() == null ? "" : gp.name(), gp.secureMail()));
    }

    private static PatientFile file(Ins ins, PatientIdentity identity, @Nullable String gp) {
        Contacts contacts = new Contacts(true, null, null, List.of());
        return new PatientFile(
                ins, identity, RecordStatus.OPEN, false, PatientRights.NONE, contacts, false, List.of(), gp);
    }

    private UUID id() {
        return TimeUuid.of(Instant.now(), random);
    }
}
