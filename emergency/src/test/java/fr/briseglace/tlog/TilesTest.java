package fr.briseglace.tlog;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilesTest {
    @Test
    void pathsAreWrittenAsTheSpecificationDoes() {
        assertThat(new TileId(0, 1_234_067, 256).path()).isEqualTo("0/x001/x234/067");
        assertThat(new TileId(0, 7, 112).path()).isEqualTo("0/007.p/112");
        assertThat(new TileId(2, 1000, 1).path()).isEqualTo("2/x001/000.p/1");
    }

    @Property
    void pathsAreReadBack(
            @ForAll @IntRange(max = 7) int level,
            @ForAll @LongRange(max = 999_999_999_999_999L) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        TileId tile = new TileId(level, index, width);
        assertThat(TileId.parse(tile.path())).isEqualTo(tile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/",
                "0/1",
                "0/0001",
                "00/001",
                "8/001",
                "63/000",
                "-1/001",
                "0/x000/001",
                "0/001/002",
                "0/x001/002/",
                "0/001.p/0",
                "0/001.p/256",
                "0/001.p/257",
                "0/001.p/05",
                "0/001.p/",
                "0/001.p",
                "0/001.p/5/",
                "0/../001",
                "0/001\n",
                "0/x999/x999/x999/x999/x999/999",
                "0/٠٠١",
                "entries/001"
            })
    void otherPathsAreNone(String path) {
        assertThat(TileId.parse(path)).isNull();
    }

    /** The specification's own example: a tree of 70,000. */
    @Test
    void treeOf70000HasTheTilesOfTheSpecification() {
        Set<TileId> tiles = Trees.tiles(70_000).keySet();
        assertThat(tiles.stream().filter(tile -> tile.level() == 0 && tile.full()))
                .hasSize(273);
        assertThat(tiles.stream().filter(tile -> !(tile.level() == 0 && tile.full())))
                .containsExactlyInAnyOrder(
                        new TileId(0, 273, 112), new TileId(1, 0, 256), new TileId(1, 1, 17), new TileId(2, 0, 1));
    }

    @Test
    void treeOf256IsAFullTileAndOneHashAboveIt() {
        Map<TileId, Tile> tiles = Trees.tiles(256);
        assertThat(tiles.keySet()).containsExactlyInAnyOrder(new TileId(0, 0, 256), new TileId(1, 0, 1));
        assertThat(requireNonNull(tiles.get(new TileId(1, 0, 1))).hashes()).containsExactly(Trees.root(256));
    }

    @Test
    void tilesHoldTheHashesThatTheyMustBySize() {
        long size = 256 * 3 + 5;
        Map<TileId, Tile> tiles = Trees.tiles(size);
        assertThat(requireNonNull(tiles.get(new TileId(0, 3, 5))).bytes())
                .isEqualTo(Hash.bytes(Trees.leaves(256 * 3, size)));
        assertThat(requireNonNull(tiles.get(new TileId(1, 0, 3))).hashes())
                .containsExactly(
                        Hash.of(NaiveTree.root(Trees.bytes(Trees.leaves(0, 256)))),
                        Hash.of(NaiveTree.root(Trees.bytes(Trees.leaves(256, 512)))),
                        Hash.of(NaiveTree.root(Trees.bytes(Trees.leaves(512, 768)))));
    }

    @Property(tries = 40)
    void howATreeGrewLeavesNoTraceInItsTiles(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(max = 900) Integer> steps) {
        RightEdge edge = RightEdge.EMPTY;
        Map<Node, Tile> grown = new HashMap<>();
        for (int step : steps) {
            RightEdge.Growth growth = edge.grow(Trees.leaves(edge.size(), edge.size() + step));
            growth.tiles().forEach(tile -> grown.put(new Node(tile.level(), tile.index()), tile));
            edge = growth.edge();
        }
        Map<Node, Tile> atOnce = new HashMap<>();
        Trees.tiles(edge.size()).values().forEach(tile -> atOnce.put(new Node(tile.level(), tile.index()), tile));
        assertThat(grown).isEqualTo(atOnce);
        assertThat(edge.root()).isEqualTo(Trees.root(edge.size()));
    }

    @Property(tries = 60)
    void theEdgeIsBuiltAgainFromItsTilesAndGrowsOn(
            @ForAll @LongRange(max = 70_000) long size, @ForAll @IntRange(max = 600) int more) {
        Map<TileId, Tile> stored = Trees.tiles(size);
        List<Tile> edge = RightEdge.tiles(size).stream()
                .map(id -> requireNonNull(stored.get(id)))
                .toList();
        RightEdge again = RightEdge.of(size, edge);
        assertThat(again.root()).isEqualTo(Trees.root(size));
        assertThat(again.grow(Trees.leaves(size, size + more)).edge().root()).isEqualTo(Trees.root(size + more));
    }

    @Test
    void anEdgeOfOtherTilesIsRefused() {
        List<Tile> edge = RightEdge.tiles(300).stream()
                .map(id -> requireNonNull(Trees.tiles(300).get(id)))
                .toList();
        assertThatExceptionOfType(LogFault.class).isThrownBy(() -> RightEdge.of(301, edge));
        assertThatExceptionOfType(LogFault.class).isThrownBy(() -> RightEdge.of(300, edge.reversed()));
        assertThatExceptionOfType(LogFault.class).isThrownBy(() -> RightEdge.of(300, List.of()));
    }

    @Property(tries = 60)
    void namedTilesAreEnoughForAProof(@ForAll @LongRange(min = 1, max = 70_000) long size, @ForAll long choice) {
        long index = Math.floorMod(choice, size);
        Map<TileId, Tile> stored = Trees.tiles(size);
        List<Tile> needed = TileNodes.needed(InclusionProof.subtrees(index, size), size).stream()
                .map(id -> requireNonNull(stored.get(id)))
                .toList();
        assertThat(InclusionProof.of(index, size, new TileNodes(needed)).holds(Trees.leaf(index), Trees.root(size)))
                .isTrue();
    }

    @Test
    void aMissingTileIsSaid() {
        assertThatExceptionOfType(LogFault.class).isThrownBy(() -> InclusionProof.of(0, 300, new TileNodes(List.of())));
    }

    @Test
    void bytesMustBeAsManyAsTheNameSays() {
        assertThatExceptionOfType(LogFault.class)
                .isThrownBy(() -> Tile.of(new TileId(0, 0, 2), new byte[Hash.LENGTH]))
                .withMessage("the tile 0/000.p/2 does not have the length that its name says");
        assertThatExceptionOfType(LogFault.class).isThrownBy(() -> Hash.list(new byte[33]));
        assertThat(Tile.of(new TileId(0, 0, 1), new byte[Hash.LENGTH]).hashes()).hasSize(1);
    }
}
