using Claims.Storage.Sqlite;
using Claims.Storage.Tests.Compliance;

namespace Claims.Storage.Tests.Sqlite;

/// <summary>SQLite keeps what every store promises.</summary>
public sealed class SqliteStoreTests : StoreCompliance
{
    private readonly string folder = Directory.CreateTempSubdirectory("claims-storage-").FullName;

    protected override IClaimsDatabase Open() => SqliteDatabase.Open(Path.Combine(folder, "claims.db"), Clock);

    protected override void Delete() => Directory.Delete(folder, recursive: true);
}
