using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkBridge.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class IndexesOfEveryday : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_ById_RecordedAt",
                table: "FollowUps",
                columns: new[] { "ById", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Consents_ReturneeId_Purpose_ExpiresOn",
                table: "Consents",
                columns: new[] { "ReturneeId", "Purpose", "ExpiresOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_FollowUps_ById_RecordedAt",
                table: "FollowUps");

            migrationBuilder.DropIndex(
                name: "IX_Consents_ReturneeId_Purpose_ExpiresOn",
                table: "Consents");
        }
    }
}
