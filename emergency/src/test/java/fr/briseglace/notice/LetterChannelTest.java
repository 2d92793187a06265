package fr.briseglace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.briseglace.law.AccessMode;
import io.vertx.core.Future;
import java.awt.Rectangle;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.preflight.parser.PreflightParser;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterChannelTest extends NoticeChannelContract {
    private static final double MILLIMETRE = 72 / 25.4;

    @TempDir
    private static Path folder = Path.of("");

    @Override
    NoticeChannel working() {
        return new LetterChannel(vertx, folder.resolve("spool"), InstantSource.system());
    }

    @Override
    NoticeChannel cutOff() throws IOException {
        Path file = Files.writeString(folder.resolve("no-folder"), "x");
        return new LetterChannel(vertx, file, InstantSource.system());
    }

    @Override
    String address() {
        return "Dominique " + UUID.randomUUID() + "\n3 RUE DU PORT\n44000 NANTES";
    }

    @Override
    String nonsense(String address) {
        return " \n" + address.lines().findFirst().orElseThrow() + "\n \n";
    }

    @Override
    List<Arrived> arrived(String address) throws Exception {
        String name = address.lines().findFirst().orElseThrow();
        List<Arrived> arrived = new ArrayList<>();
        for (Path letter : letters()) {
            try (PDDocument document = Loader.loadPDF(letter.toFile())) {
                String text = new PDFTextStripper().getText(document);
                if (text.contains(name)) {
                    String subject = document.getDocumentInformation().getTitle();
                    assertThat(text)
                            .contains(WORDS.text()
                                    .lines()
                                    .filter(line -> !line.isBlank())
                                    .toList());
                    arrived.add(new Arrived(subject, WORDS.text()));
                }
            }
        }
        return arrived;
    }

    @Test
    void letterIsFitForArchives() throws Exception {
        Words words = WordingTest.WORDING.of(
                WordingTest.facts(AccessMode.BRIS_DE_GLACE, true, Language.FR), WordingTest.GUARDIAN);
        File letter = sent(UUID.randomUUID(), address(), words);
        assertThat(PreflightParser.validate(letter).getErrorsList()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Zoé ŁUKASZ", "Ζωή ΠΑΠΠΑ", "Зоя ІВАНЕНКО"})
    void nameInAnyEuropeanAlphabetIsWrittenAndFitForArchives(String name) throws Exception {
        File letter = sent(UUID.randomUUID(), name + "\n3 RUE DU PORT\n44000 NANTES", WORDS);
        assertThat(PreflightParser.validate(letter).getErrorsList()).isEmpty();
        try (PDDocument document = Loader.loadPDF(letter)) {
            assertThat(new PDFTextStripper().getText(document)).contains(name);
        }
    }

    @Test
    void lettersWrittenAtTheSameTimeAreWhole() throws Exception {
        List<String> addresses = Stream.generate(this::address).limit(40).toList();
        List<Future<Receipt>> all = addresses.stream()
                .map(address -> working().send(new Message(UUID.randomUUID(), address, WORDS)))
                .toList();
        assertThat(Future.all(all).await(60, TimeUnit.SECONDS).<Receipt>list()).containsOnly(new Receipt.Accepted());
        for (String address : addresses) {
            assertThat(arrived(address)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void letterSaysWhatLanguageItIsWrittenIn(Language language) throws Exception {
        Words words = WordingTest.WORDING.of(
                WordingTest.facts(AccessMode.BRIS_DE_GLACE, true, language), new Audience.Holder());
        try (PDDocument document = Loader.loadPDF(sent(UUID.randomUUID(), address(), words))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(language.code());
        }
    }

    @Test
    void addressAndNothingElseShowsInTheWindow() throws Exception {
        String address = "Zoé ŁUKASZ\n3 RUE DU PORT\n44000 NANTES";
        try (PDDocument document = Loader.loadPDF(sent(UUID.randomUUID(), address, WORDS))) {
            PDFTextStripperByArea window = new PDFTextStripperByArea();
            window.addRegion("window", millimetres(100, 45, 100, 35));
            window.extractRegions(document.getPage(0));
            assertThat(window.getTextForRegion("window").strip()).isEqualTo(address);
        }
    }

    @Test
    void nameWithLettersOfAnotherAlphabetIsNoObstacle() throws Exception {
        assertThat(sent(UUID.randomUUID(), "\u5f20\ud83d\ude00\n3 RUE DU PORT\n44000 NANTES", WORDS))
                .isFile();
    }

    @Test
    void repeatTakesThePlaceOfTheFirst() throws Exception {
        UUID id = UUID.randomUUID();
        sent(id, address(), WORDS);
        sent(id, address(), WORDS);
        assertThat(letters())
                .filteredOn(file -> file.toString().contains(id.toString()))
                .hasSize(1);
    }

    private File sent(UUID id, String address, Words words) throws Exception {
        assertThat(working().send(new Message(id, address, words)).await(20, TimeUnit.SECONDS))
                .isEqualTo(new Receipt.Accepted());
        return folder.resolve("spool").resolve(id + ".pdf").toFile();
    }

    private static Rectangle millimetres(int left, int top, int width, int height) {
        return new Rectangle((int) (left * MILLIMETRE), (int) (top * MILLIMETRE), (int) (width * MILLIMETRE), (int)
                (height * MILLIMETRE));
    }

    private static List<Path> letters() throws IOException {
        Path spool = Files.createDirectories(folder.resolve("spool"));
        try (Stream<Path> files = Files.list(spool)) {
            return files.toList();
        }
    }
}
