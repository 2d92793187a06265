package fr.briseglace.notice;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;

/**
 * Letters for those without usable Internet: PDF/A files in a folder that the printers empty, each named by its notice. A
 * file appears whole and on disk, or not at all; a repeat takes the place of the first.
 */
public final class LetterChannel implements NoticeChannel {
    private final Vertx vertx;
    private final Path spool;
    private final InstantSource clock;

    /**
     * A channel into a folder.
     *
     * @param spool the folder; made where it is missing
     */
    public LetterChannel(Vertx vertx, Path spool, InstantSource clock) {
        this.vertx = vertx;
        this.spool = spool;
        this.clock = clock;
    }

    @Override
    public Future<Receipt> send(Message message) {
        // A name and at least a place.
        if (message.address().strip().lines().filter(line -> !line.isBlank()).count() < 2) {
            return Future.succeededFuture(new Receipt.Declined(Failure.ADDRESS_REJECTED));
        }
        // One after the other: a letter can wait, and accesses need the processor.
        return vertx.executeBlocking(() -> put(message), true)
                .<Receipt>map(done -> new Receipt.Accepted())
                .otherwise(full -> new Receipt.Declined(Failure.RELAY_UNREACHABLE));
    }

    @Override
    public Future<Void> close() {
        return Future.succeededFuture();
    }

    private Path put(Message message) throws IOException {
        Files.createDirectories(spool);
        byte[] letter = Letter.of(message.address(), message.words(), clock.instant());
        Path part = Files.createTempFile(spool, message.noticeId().toString(), ".part");
        try {
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(letter));
                file.force(true);
            }
            Path whole = spool.resolve(message.noticeId() + ".pdf");
            return Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
