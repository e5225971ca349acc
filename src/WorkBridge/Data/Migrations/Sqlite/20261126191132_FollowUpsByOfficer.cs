using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WorkBridge.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FollowUpsByOfficer : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_FollowUps_ById_RecordedAt",
                table: "FollowUps",
                columns: new[] { "ById", "RecordedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_FollowUps_ById_RecordedAt",
                table: "FollowUps");
        }
    }
}
